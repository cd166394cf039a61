import { redirect } from "next/navigation"
import { authenticate } from "./authenticate"
import { homePath, safeNextPath } from "./next-path"
import { clientAddress } from "./request"
import type { SignIn } from "./schema"
import { startSession } from "./start-session"

/** Signs a person in and goes to where they were headed, or to their first page. */
export async function signIn({ email, password, next }: SignIn): Promise<never> {
  const person = await authenticate({ email, password }, await clientAddress())
  await startSession(person)
  redirect(safeNextPath(next) ?? homePath(person.staffRole))
}
