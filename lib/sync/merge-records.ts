import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { gone } from "@/lib/platform/merged-record"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import { refreshContactsOf, refreshOpportunitiesOf } from "@/lib/sales/search-texts"
import { keepFields, writeKept } from "./keep-fields"
import { countWhatMoves, tableOf } from "./merge-counts"
import { carryDetails, lockCustomers, mergeCustomers } from "./merge-customers"
import type { MergeKind } from "./merge-fields"
import { pointersOf } from "./merge-pointers"
import { MergeRecord } from "./merge-record"
import { mergeRequests } from "./merge-requests"
import { differentTexts, moveRows, readTexts, takeRivals, takeRow } from "./merge-rows"
import { refusalToMerge } from "./merge-rules"
import { refusalToTell } from "./merge-telling"
import { lockBoth, type MergeRow, readJudged, readMergeRow } from "./read-merge"
import type { MergeRecords } from "./schema"

/** What is found by the name of a record: rows whose search texts follow from it. */
const soughtOf = {
  lead: [],
  account: [
    { table: "sales.contact", column: "account_id" },
    { table: "sales.opportunity", column: "account_id" },
  ],
  contact: [{ table: "sales.opportunity", column: "contact_id" }],
} as const

/**
 * Makes two leads, accounts or contacts one: the fields that were chosen, everything that belonged to the other, and their customers or requests in Commerce,
 * in one transaction. The other is kept whole, apart from all lists, so that the merge can be taken apart.
 */
export async function mergeRecords(ctx: Ctx & { actor: Staff }, { kind, primaryId, loserId, ...given }: MergeRecords) {
  const { tx, actor, now } = ctx
  await lockBoth(tx, tableOf[kind], [primaryId, loserId])
  const [primary, loser] = [await standing(ctx, kind, primaryId), await standing(ctx, kind, loserId)]
  await lockCustomers(
    tx,
    [primary, loser].flatMap(({ customerId }) => customerId ?? []),
  )
  const judged = await readJudged(tx, kind, primary, loser, now)
  await insistOn(ctx, refusalToMerge(judged, actor), loserId)
  if (given.tells) await insistOn(ctx, refusalToTell(judged.primary, judged.loser), loserId)
  if (primary.version !== given.primaryVersion) throw await overtaken(ctx, primaryId)
  if (loser.version !== given.loserVersion) throw await overtaken(ctx, loserId)

  const merge = new MergeRecord(kind, primary, loser)
  merge.counts = await countWhatMoves(tx, kind, loserId)
  const texts = await readTexts(tx, soughtOf[kind], [primaryId, loserId])
  await merge.watch(tx, tableOf[kind], primaryId, primary.label)
  for (const pointer of pointersOf(tableOf[kind])) {
    merge.taken.push(...(await takeRivals(tx, pointer, loserId, primaryId)))
    if (!pointer.isItsOwn) merge.moved.push(await moveRows(tx, pointer, loserId, primaryId))
  }
  merge.bury(kind, await takeRow(tx, tableOf[kind], loserId), loser.label, primary)
  const { data, changes, fields } = keepFields(kind, primary, loser, given.keeps)
  const after =
    kind === "lead"
      ? await mergeLead(ctx, merge, primary, loser, data, given.tells)
      : await mergeParty(ctx, merge, kind, primary, loser, data)
  const told = given.tells ? judged.loser.request?.name : null
  merge.texts = await freshTexts(ctx, kind, primaryId, texts)
  await merge.write(ctx)
  auditMove(ctx, {
    move: `${kind}.merge`,
    record: { kind, id: primaryId, label: primary.label },
    from: loser.label,
    to: primary.label,
    reason:
      [fields.length > 0 && `Taken over: ${fields.join(", ")}.`, told && `${told} is told by email.`].filter(Boolean).join(" ") || null,
    changes,
    touched: [loserId, ...merge.touched],
  })
  return { mergeId: merge.id, id: primaryId, version: after.version }
}

async function standing(ctx: Ctx, kind: MergeKind, id: string): Promise<MergeRow> {
  const row = await readMergeRow(ctx.tx, kind, id)
  if (!row) throw await gone(ctx.tx, kind, id)
  return row
}

type Data = Record<string, unknown>

async function mergeLead(ctx: Ctx, merge: MergeRecord, primary: MergeRow, loser: MergeRow, data: Data, tells: boolean): Promise<MergeRow> {
  const request = await mergeRequests(ctx, merge, primary, loser, tells)
  return writeKept(ctx, "lead", primary, loser, { ...data, ...request })
}

async function mergeParty(
  ctx: Ctx,
  merge: MergeRecord,
  kind: "account" | "contact",
  primary: MergeRow,
  loser: MergeRow,
  data: Data,
): Promise<MergeRow> {
  const { customerId, numbered } = await mergeCustomers(ctx, merge, kind, primary, loser)
  const isNews = Object.keys(data).length > 0 || Object.keys(numbered).length > 0
  const after = await writeKept(ctx, kind, primary, loser, { ...data, ...numbered })
  if (customerId && isNews) await carryDetails(ctx, merge, kind, after, customerId)
  return after
}

async function freshTexts({ tx }: Ctx, kind: MergeKind, id: string, before: Map<string, string>) {
  if (kind === "lead") return []
  if (kind === "account") await refreshContactsOf(tx, id)
  await refreshOpportunitiesOf(tx, kind === "account" ? { accountId: id } : { contactId: id })
  return differentTexts(before, await readTexts(tx, soughtOf[kind], [id]))
}
