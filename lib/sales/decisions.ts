import { z } from "zod"
import type { RecordKind } from "@/lib/platform/audit"
import { db } from "@/lib/platform/db"
import type { DecisionKind } from "@/prisma/generated/enums"

const Record = z.object({ kind: z.custom<RecordKind>((kind) => typeof kind === "string"), id: z.uuid(), label: z.string() })
const Line = z.object({ record: Record, text: z.string() })
const Lines = z.array(Line)
const Receipt = z.object({
  created: Lines,
  linked: Lines,
  moved: Lines,
  mailed: z.array(z.object({ to: z.string(), letter: z.string() })),
  changed: z
    .array(
      z.object({
        record: Record,
        changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
      }),
    )
    .default([]),
  policy: z.string().nullable().default(null),
  mapping: z.int().nullable().default(null),
})

/** What a decision did on both sides, as its ledger row tells it. Sales knows of Commerce only what stands here. */
export type Receipt = z.infer<typeof Receipt>
export type ReceiptLine = z.infer<typeof Line>

export type DecisionView = {
  id: string
  kind: DecisionKind
  at: Date
  actorId: string | null
  actorName: string
  undoableUntil: Date
  undoneAt: Date | null
  undoneBy: string | null
  receipt: Receipt
}

/** The newest decision about a lead or an opportunity, of some kinds, that nobody took back; null where there is none. */
export async function getStandingDecision(
  about: { leadId: string } | { opportunityId: string },
  kinds: DecisionKind[],
): Promise<DecisionView | null> {
  const decision = await db.decision.findFirst({
    where: { ...about, kind: { in: kinds }, undoneAt: null },
    orderBy: { at: "desc" },
    select: {
      id: true,
      kind: true,
      at: true,
      actorId: true,
      actorName: true,
      undoableUntil: true,
      undoneAt: true,
      undoneBy: true,
      receipt: true,
    },
  })
  return decision && { ...decision, receipt: Receipt.parse(decision.receipt) }
}

/** Parses the receipt of a decision's row. */
export const readReceipt = (stored: unknown): Receipt => Receipt.parse(stored)
