import { z } from "zod"
import type { Tx } from "@/lib/platform/db"
import type { Touched } from "./decision"

const tables = ["lead", "opportunity", "account", "contact", "prospect", "customer", "hierarchy", "hierarchyMember"] as const

const TouchedRows = z.array(
  z.object({
    table: z.enum(tables),
    id: z.uuid(),
    label: z.string(),
    version: z.int(),
    before: z.record(z.string(), z.unknown()).nullable(),
  }),
)

/** The rows that a decision touched, as its ledger row has them. */
export const touchedRows = (stored: unknown): Touched[] => TouchedRows.parse(stored)

const closing = {
  leadId: ["disqualify", "reject", "withdraw"],
  opportunityId: ["win", "lose", "approve", "reject", "withdraw"],
} as const

/** The decision that closed an opportunity or a lead and still stands, newest first; null where none does. */
export async function standingDecision(tx: Tx, about: { leadId: string } | { opportunityId: string }) {
  const kinds = "leadId" in about ? closing.leadId : closing.opportunityId
  return tx.decision.findFirst({
    where: { ...about, undoneAt: null, kind: { in: [...kinds] } },
    orderBy: { at: "desc" },
    select: { id: true, kind: true, touched: true, actorName: true, at: true, prospectId: true },
  })
}
