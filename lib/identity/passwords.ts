import { hash, verify } from "@node-rs/argon2"
import type { Refusal } from "@/lib/platform/errors"

/** Argon2id with OWASP's least memory and time; about 20 ms on one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const shortest = 12
const longest = 128

/** The commonest passwords that are long enough to pass; anything near them is refused. */
const worn = ["password", "passwort", "123456789012", "qwertyuiop", "letmein", "iloveyou", "administrator", "welcome", "gangway"]

/** Why a password is not good enough, or null. Length is in characters. */
export function refusalToPassword(password: string, email: string): Refusal | null {
  const length = [...password].length
  if (length < shortest) return invalid(`Choose a password of at least ${shortest} characters`)
  if (length > longest) return invalid(`Choose a password of at most ${longest} characters`)
  const folded = password.toLowerCase()
  const [name = ""] = email.split("@")
  if (name.length > 3 && folded.includes(name)) return invalid("Choose a password that does not contain your email")
  if (new Set(folded).size < 5) return invalid("Choose a password with more different characters")
  if (worn.some((word) => folded.replace(word, "").length < 5)) return invalid("Choose a password that is harder to guess")
  return null
}

const invalid = (message: string): Refusal => ({ code: "invalid", message })

let running = 0
const waiting: (() => void)[] = []

/** At most four hashes at once, so that a flood of sign-ins cannot take every thread. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= 4) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

let dummy: Promise<string> | undefined

/** Whether the password is the person's. Without a hash it takes the same time and is never right. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  if ([...password].length > longest) return false
  dummy ??= hash("nobody has this password", cost)
  const against = passwordHash ?? (await dummy)
  const isRight = await inTurn(() => verify(against, password))
  return isRight && passwordHash !== null
}
