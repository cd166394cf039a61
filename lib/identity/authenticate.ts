import { db } from "@/lib/platform/db"
import { canonicalEmail, emailProblem } from "@/lib/platform/email"
import { env } from "@/lib/platform/env"
import { AppError } from "@/lib/platform/errors"
import { hashSecret } from "@/lib/platform/ids"
import { forgive, type Limit, spend } from "@/lib/platform/limits"
import type { Person } from "./actor-of"
import { isPassword } from "./passwords"
import { addressKey } from "./request"

const limit = (name: string, points: number): Limit => ({ name, points, windowSeconds: env().SIGN_IN_WINDOW_MINUTES * 60 })
const perIp = () => limit("sign-in-ip", env().SIGN_IN_PER_IP)
const perAccount = () => limit("sign-in-account", env().SIGN_IN_PER_ACCOUNT)

const findPerson = (email: string) =>
  db.person.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, staffRole: true, passwordHash: true, disabledAt: true },
  })

/** Somebody who gave their password. `provedBy`: the hash that it fits, without which no session is opened. */
export type Proved = Person & { provedBy: string }

/** One sentence for every reason to refuse. */
export const notProved = () => new AppError("unauthenticated", "That email and password do not belong together. Check both and try again.")

/**
 * The person of an email and a password. Throws one sentence for every reason to refuse, after the same time; too many attempts
 * on one account, or from one network address (`from`), are refused before anything is compared.
 * Asks for no transaction, so that no connection waits while a hash is made.
 */
export async function authenticate({ email, password }: { email: string; password: string }, from: string): Promise<Proved> {
  const address = emailProblem(email) === null ? canonicalEmail(email) : null
  // What is no address belongs to nobody, and may hold signs that the database refuses.
  const account = address ?? hashSecret(email)
  await spend(perIp(), addressKey(from))
  await spend(perAccount(), account)
  const person = address === null ? null : await findPerson(address)
  const isRight = await isPassword(password, person?.passwordHash ?? null)
  if (!person?.passwordHash || !isRight || person.disabledAt) throw notProved()
  await forgive(perAccount(), account)
  return { id: person.id, name: person.name, email: person.email, staffRole: person.staffRole, provedBy: person.passwordHash }
}
