import { db } from "@/lib/platform/db"
import { waitingWords } from "./rules"

/** Why a record is not decided now: a decision about it waits for a second person. Null where none does. */
export async function whyWaiting(about: { leadId: string } | { opportunityId: string } | { prospectId: string }): Promise<string | null> {
  const waiting = await db.approval.findFirst({ where: { ...about, state: "waiting" }, select: { askedByName: true, move: true } })
  return waiting && waitingWords(waiting)
}
