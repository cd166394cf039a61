import { db } from "@/lib/platform/db"
import { selectApplicant } from "../known-applicant"
import type { MailToWrite } from "../mail-to-write"

const select = { ...selectApplicant, status: true, decidedAt: true, decisionReason: true, noteToApplicant: true } as const

/** The request as a decision left it; null when that decision was undone, taken back, or followed by another. Of a draft: as the decision would leave it. */
export async function decidedRequest(prospectId: string, { decisionId, draft }: MailToWrite, status: "approved" | "rejected") {
  const prospect = await db.prospect.findUnique({ where: { id: prospectId }, select })
  if (draft) return prospect && { ...prospect, decisionReason: draft.reason, noteToApplicant: draft.note }
  const decision = decisionId ? await db.decision.findUnique({ where: { id: decisionId }, select: { at: true, undoneAt: true } }) : null
  if (!prospect || !decision || decision.undoneAt || prospect.status !== status) return null
  return prospect.decidedAt?.getTime() === decision.at.getTime() ? prospect : null
}
