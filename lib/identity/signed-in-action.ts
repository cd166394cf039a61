import { redirect } from "next/navigation"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { actorOf } from "./actor-of"
import { insistOnOrigin } from "./request"
import { clearSessionCookie, getSignedIn, type SignedIn } from "./sessions"

/** The door of a button that signs out. Its form has no fields, it serves staff and partners, and it always ends on the sign-in page. */
export function signedInAction(access: string, end: (ctx: Ctx, signedIn: SignedIn) => Promise<unknown>) {
  async function act(_form?: FormData): Promise<void> {
    await insistOnOrigin()
    const signedIn = await getSignedIn()
    if (signedIn) await inTransaction(actorOf({ ...signedIn, id: signedIn.personId }), (ctx) => end(ctx, signedIn))
    await clearSessionCookie()
    redirect("/sign-in")
  }
  return Object.assign(act, { access })
}
