import { redirect } from "next/navigation"
import { type Actor, inTransaction } from "@/lib/platform/context"
import { clientAddress } from "./request"
import { requestPasswordReset } from "./request-password-reset"

const somebody: Actor = { kind: "applicant", id: null, name: "Somebody", role: "signed out" }

/** Takes the form of the reset page and goes on to the same answer for everybody. */
export async function askForReset({ email }: { email: string }): Promise<never> {
  const from = await clientAddress()
  await inTransaction(somebody, (ctx) => requestPasswordReset(ctx, { email }, from))
  redirect("/reset-password?sent=1")
}
