import type { Tx } from "@/lib/platform/db"
import { gone } from "@/lib/platform/merged-record"

/** The whole lead, for a command that is about to judge and move it. */
export async function getLeadToJudge(tx: Tx, leadId: string) {
  const lead = await tx.lead.findUnique({ where: { id: leadId } })
  if (!lead) throw await gone(tx, "lead", leadId)
  return lead
}

export type LeadToJudge = Awaited<ReturnType<typeof getLeadToJudge>>
