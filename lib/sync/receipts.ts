import { isLetterName, letterTitles } from "@/lib/mail/letter-titles"
import { countryName } from "@/lib/platform/countries"
import { db } from "@/lib/platform/db"
import type { Editable } from "@/lib/platform/editable"
import { type Receipt, type ReceiptLine, readReceipt } from "@/lib/sales/decisions"
import type { DecisionKind } from "@/prisma/generated/enums"
import { targets } from "./conversion/mapping"

type Named = ReceiptLine["record"]

/** What a decision did, told for ever on each record that it touched; in words. */
export type ReceiptView = {
  id: string
  kind: DecisionKind
  at: Date
  actorName: string
  created: ReceiptLine[]
  linked: ReceiptLine[]
  moved: ReceiptLine[]
  changed: { record: Named; fields: { label: string; from: string | null; to: string | null }[] }[]
  mailed: { to: string; title: string }[]
  mapping: number | null
  /** Who took it back since, how and when; null where it stands. */
  reversal: { how: "Undone" | "Reopened" | "Reactivated"; by: string; at: Date | null; reason: string | null } | null
}

const mostShown = 20

type Kept = {
  id: string
  kind: DecisionKind
  at: Date
  actorName: string
  leadId: string | null
  opportunityId: string | null
  prospectId: string | null
  receipt: unknown
  undoneAt: Date | null
  undoneBy: string | null
}

/** The receipts of all decisions that touched a record of either store, the newest first. */
export async function listReceipts(recordId: string): Promise<ReceiptView[]> {
  const kept = await db.$queryRaw<Kept[]>`
    with told as materialized (
      select distinct decision_id as id from platform.audit_entry where record_ids @> array[${recordId}::uuid] and decision_id is not null)
    select d.id, d.kind::text as kind, d.at, d.actor_name as "actorName", d.lead_id as "leadId", d.opportunity_id as "opportunityId",
      d.prospect_id as "prospectId", d.receipt, d.undone_at as "undoneAt", d.undone_by as "undoneBy"
    from told join platform.decision d on d.id = told.id order by d.at desc, d.id desc limit ${mostShown}`
  const reversals = await reversalsOf(kept)
  return kept.map(({ receipt, undoneAt, undoneBy, leadId, opportunityId, prospectId, ...decision }) => ({
    ...decision,
    ...inWords(readReceipt(receipt)),
    reversal: undoneAt
      ? { how: "Undone", by: undoneBy ?? "", at: undoneAt, reason: null }
      : decision.kind === "qualify"
        ? null
        : (reversals.find(({ at, recordId: id }) => at > decision.at && [leadId, opportunityId, prospectId].includes(id))?.reversal ??
          null),
  }))
}

type Reversal = { recordId: string; at: Date; reversal: NonNullable<ReceiptView["reversal"]> }

/** The moves that took decisions back after their window: reopened opportunities and requests, and reactivated leads, the oldest first. */
async function reversalsOf(kept: readonly Kept[]): Promise<Reversal[]> {
  const ids = [
    ...new Set(kept.flatMap(({ leadId, opportunityId, prospectId }) => [leadId, opportunityId, prospectId].filter((id) => id !== null))),
  ]
  if (ids.length === 0) return []
  const moves = await db.auditEntry.findMany({
    where: { recordIds: { hasSome: ids }, move: { in: ["opportunity.reopen", "lead.reactivate", "prospect.reopen"] } },
    orderBy: { at: "asc" },
    select: { recordId: true, move: true, at: true, actorName: true, reason: true },
  })
  return moves.map(({ recordId, move, at, actorName, reason }) => ({
    recordId,
    at,
    reversal: { how: move === "lead.reactivate" ? "Reactivated" : "Reopened", by: actorName, at, reason },
  }))
}

type Shown = Pick<Editable, "label" | "kind" | "words">

function inWords({ created, linked, moved, changed, mailed, mapping }: Receipt) {
  return {
    created,
    linked,
    moved,
    mapping,
    changed: changed.map(({ record, changes }) => {
      const fields: Readonly<Record<string, Shown>> = record.kind === "account" || record.kind === "contact" ? targets[record.kind] : {}
      const told = changes.map(({ field, from, to }) => {
        const { label = field, kind, words } = fields[field] ?? {}
        const said = (value: string | null) => (value === null ? null : kind === "country" ? countryName(value) : (words?.[value] ?? value))
        return { label, from: said(from), to: said(to) }
      })
      return { record, fields: told }
    }),
    mailed: mailed.map(({ to, letter }) => ({ to, title: isLetterName(letter) ? letterTitles[letter].title : letter })),
  }
}
