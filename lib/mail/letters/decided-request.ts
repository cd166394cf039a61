import { db } from "@/lib/platform/db"

const select = {
  number: true,
  firstName: true,
  lastName: true,
  companyName: true,
  status: true,
  decidedAt: true,
  decisionReason: true,
  noteToApplicant: true,
} as const

/** The request as a decision left it; null when that decision was undone, taken back, or followed by another. */
export async function decidedRequest(prospectId: string, decisionId: string | null, status: "approved" | "rejected") {
  if (!decisionId) return null
  const [prospect, decision] = await Promise.all([
    db.prospect.findUnique({ where: { id: prospectId }, select }),
    db.decision.findUnique({ where: { id: decisionId }, select: { at: true, undoneAt: true } }),
  ])
  if (!prospect || !decision || decision.undoneAt || prospect.status !== status) return null
  return prospect.decidedAt?.getTime() === decision.at.getTime() ? prospect : null
}
