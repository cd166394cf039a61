import type { Tx } from "@/lib/platform/db"
import { notFound } from "@/lib/platform/errors"

/** The whole lead, for a command that is about to judge and move it. */
export async function getLeadToJudge(tx: Tx, leadId: string) {
  const lead = await tx.lead.findUnique({ where: { id: leadId } })
  if (!lead) throw notFound("lead")
  return lead
}

export type LeadToJudge = Awaited<ReturnType<typeof getLeadToJudge>>
