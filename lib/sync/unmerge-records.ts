import { followParty } from "@/lib/commerce/customers/follow-party"
import type { Staff } from "@/lib/identity/actor"
import { cancelRequestMerged } from "@/lib/mail/post-request-merged"
import { auditMove, type FieldChange, type RecordKind } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { announceArrived } from "@/lib/sales/leads/announce-arrived"
import { refreshContactsOf, refreshOpportunitiesOf } from "@/lib/sales/search-texts"
import { noteDualWrite } from "./dual-write"
import { refreshKeys } from "./keep-fields"
import { runningMaps } from "./maps"
import { tableOf } from "./merge-counts"
import { lockCustomers, partyDetails, partyMaps } from "./merge-customers"
import { columnsOf, type MergeKind, mergeFields, textsOf } from "./merge-fields"
import { type Moved, moveRowsBack, putColumnsBack, putRow, putTextsBack, type Written } from "./merge-rows"
import { refusalToUnmerge } from "./merge-rules"
import { lockBoth, type MergeRow, readMergeRow } from "./read-merge"
import { readStanding, readStored, type StoredMerge } from "./read-standing"
import type { UnmergeRecords } from "./schema"

/**
 * Takes a merge apart: the record that was put away stands again, what followed goes back to it, and fields are as they were. What somebody moved or edited
 * since stays where people put it, and is told; what was made since stays with the record that stayed.
 */
export async function unmergeRecords(ctx: Ctx & { actor: Staff }, { mergeId }: UnmergeRecords) {
  const { tx, actor, now } = ctx
  await tx.$executeRaw`select 1 from platform.record_merge where id = ${mergeId}::uuid for update`
  const merge = await tx.recordMerge.findUnique({ where: { id: mergeId }, include: { records: true } })
  if (!merge) throw notFound("merge")
  const { primaryId, primaryLabel, loserId, loserLabel } = merge
  const kind = merge.kind as MergeKind
  const customers = merge.records.find((record) => record.kind === "customer") ?? null
  await lockBoth(tx, tableOf[kind], [primaryId])
  const { standing, primary } = await readStanding(tx, merge, now)
  await insistOn(ctx, refusalToUnmerge({ ...merge, kind }, standing, actor, now), primaryId)
  if (!primary) throw notFound(kind)
  const stored = readStored(merge)
  await lockCustomers(tx, primary.customerId ? [primary.customerId] : [])
  const kept = await putBack(ctx, { kind, primaryId, loserId, customers }, stored, primary).catch((error) => {
    throw collision(error, loserLabel) ?? error
  })
  const letter = await cancelRequestMerged(tx, mergeId)
  const told = letter && tellsOf(letter)
  await tx.mergedRecord.deleteMany({ where: { mergeId } })
  await tx.recordMerge.update({ where: { id: mergeId }, data: { undoneAt: now, undoneBy: actor.name, kept } })
  noteInCommerce(ctx, { kind, id: loserId, label: loserLabel }, stored)
  const after = await readMergeRow(tx, kind, primaryId)
  const touched = [loserId, ...stored.written.map(({ id }) => id), ...stored.taken.flatMap(({ row }) => idOf(row))]
  auditMove(ctx, {
    move: `${kind}.unmerge`,
    record: { kind, id: primaryId, label: after?.label ?? primaryLabel },
    from: primaryLabel,
    to: loserLabel,
    reason: [...kept, ...(told ? [told] : [])].join(" ") || null,
    changes: after ? changesBetween(kind, primary, after) : [],
    touched,
  })
  ctx.ledger.touch("", mergeId)
  return { kind, id: loserId, primaryId, kept, told }
}

/** What became of the letter that told of the merge. */
const tellsOf = ({ toAddress, isCanceled }: { toAddress: string; isCanceled: boolean }): string =>
  isCanceled
    ? `The email to ${toAddress} is canceled.`
    : `The email to ${toAddress} had left; the page of the request says again that it is handled by itself.`

const idOf = (row: Record<string, unknown>): string[] => (typeof row.id === "string" ? [row.id] : [])

type Two = { kind: MergeKind; primaryId: string; loserId: string; customers: { id: string; intoId: string } | null }

/** Rows whose columns go back before the rows that were put away come back: they hold what is unique. */
const isFirst = ({ table }: Written) => table.startsWith("sales.") || table === "commerce.customer" || table === "platform.person"

async function putBack(ctx: Ctx, two: Two, stored: StoredMerge, primary: MergeRow): Promise<string[]> {
  const { tx } = ctx
  const { kind, primaryId, loserId } = two
  const kept: string[] = []
  let isStale = false
  for (const written of stored.written.filter(isFirst)) {
    const { columns, sentences } = await putFieldsBack(ctx, kind, written, primary)
    isStale ||= columns.length > 0
    kept.push(...sentences)
  }
  for (const taken of [...stored.taken].reverse()) await putRow(tx, taken)
  for (const moved of [...stored.moved].reverse()) {
    const [from, to] = pairOf(moved, two)
    const stay = await moveRowsBack(tx, moved, from, to)
    kept.push(...stay.map(({ label }) => `${label} was moved, merged or removed since, and stays as it is.`))
  }
  for (const written of stored.written.filter((each) => !isFirst(each))) {
    const columns = await putColumnsBack(tx, written)
    if (columns.some((column) => column !== "sales_stage"))
      throw new AppError("conflict", `${written.label} was changed since, so the two can no longer be parted.`)
  }
  if (kind === "lead") {
    await confirmLate(tx, loserId)
    announceArrived(ctx, [loserId])
  }
  const isAsBefore = await putTextsBack(tx, stored.texts)
  if (isStale || !isAsBefore) await findAnew(ctx, kind, primaryId, loserId)
  return [...new Set(kept)]
}

/** An address that was confirmed while its lead was away is confirmed on the lead as well. */
async function confirmLate(tx: Ctx["tx"], leadId: string): Promise<void> {
  await tx.$executeRaw`
    update sales.lead l set email_confirmed_at = p.email_confirmed_at from commerce.prospect p
    where l.id = ${leadId}::uuid and p.id = l.prospect_id and l.email_confirmed_at is null and p.email_confirmed_at is not null and l.email = p.email`
}

/** Which of the merge's pairs a column points at: the two customers, or the two records. */
function pairOf({ table, column }: Moved, { primaryId, loserId, customers }: Two): readonly [from: string, to: string] {
  if (!table.startsWith("commerce.")) return [loserId, primaryId]
  if (!customers) throw new Error(`No customer was merged that ${table}.${column} points at`)
  return [customers.id, customers.intoId]
}

/** Puts the fields of a row back, but for what has a life of its own since; says what stays. */
async function putFieldsBack({ tx }: Ctx, kind: MergeKind, written: Written, primary: MergeRow) {
  if (written.id === primary.id && primary.state !== null && primary.state !== "open")
    return { columns: [], sentences: [`${primary.label} is closed and read-only, so its fields stay as they are.`] }
  const isDecided = written.table === "commerce.customer" && "status" in written.before && (await wasDecidedSince(tx, written))
  const columns = await putColumnsBack(tx, written, isDecided ? ["status"] : [])
  const shown = labelsOf(kind, primary, columns)
  const status = columns.includes("status") ? [`Customer ${written.label} keeps its status, which was decided since.`] : []
  return {
    columns,
    sentences: [...status, ...(shown.length > 0 ? [`${written.label}: ${shown.join(", ")} changed since, and stays.`] : [])],
  }
}

/** Whether a decision that stands is what holds a customer's status today. */
async function wasDecidedSince(tx: Ctx["tx"], { id }: Written): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ is: boolean }[]>`
    select exists (select 1 from commerce.prospect where (organization_id = ${id}::uuid or requestor_id = ${id}::uuid) and status = 'approved'
      and decided_at >= (select at from platform.merged_record where into_id = ${id}::uuid order by at desc limit 1)) as is`
  return found?.is === true
}

const snake = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function labelsOf(kind: MergeKind, row: MergeRow, columns: readonly string[]): string[] {
  return mergeFields(kind, row, row).flatMap((field) =>
    columnsOf(field).some((column) => columns.includes(snake(column))) ? field.label : [],
  )
}

/** Brings up to date what both records and their people are found by, and what the customer says of its party. */
async function findAnew(ctx: Ctx, kind: MergeKind, primaryId: string, loserId: string): Promise<void> {
  const { tx } = ctx
  const row = await readMergeRow(tx, kind, primaryId)
  if (!row) return
  await refreshKeys(tx, kind, row)
  if (kind === "lead") return
  for (const id of [primaryId, loserId]) {
    if (kind === "account") await refreshContactsOf(tx, id)
    await refreshOpportunitiesOf(tx, kind === "account" ? { accountId: id } : { contactId: id })
  }
  if (row.customerId && (await runningMaps(tx)).has(partyMaps[kind])) await followParty(ctx, row.customerId, partyDetails[kind](row))
}

function noteInCommerce(
  ctx: Ctx,
  source: { kind: RecordKind & MergeKind; id: string; label: string },
  { taken, written }: StoredMerge,
): void {
  const customer = taken.find(({ table }) => table === "commerce.customer")?.row
  const request = written.find(({ table }) => table === "commerce.prospect")
  if (source.kind !== "lead" && customer) {
    const target = { kind: "customer" as const, id: String(customer.id), label: String(customer.number) }
    noteDualWrite(ctx, { map: partyMaps[source.kind], operation: "unmerge", source, target, aggregateId: target.id })
  }
  if (request) {
    const target = { kind: "prospect" as const, id: request.id, label: request.label }
    noteDualWrite(ctx, { map: "opportunities_prospects", operation: "unmerge", source, target, aggregateId: target.id })
  }
}

function changesBetween(kind: MergeKind, before: MergeRow, after: MergeRow): FieldChange[] {
  return mergeFields(kind, before, after).flatMap((field) => {
    const [from, to] = [textsOf(field, before), textsOf(field, after)]
    return Object.keys(from).map((part) => ({ field: part, from: from[part] ?? null, to: to[part] ?? null }))
  })
}

/** What stands in the way, where the database says so. */
function collision(error: unknown, label: string): AppError | null {
  const said = error instanceof Error ? error.message : ""
  if (/23505|P2002|unique constraint/i.test(said))
    return new AppError(
      "conflict",
      `Something new has taken the place of ${label}: its email or its seat belongs to another record now. Change that first.`,
    )
  if (/23503|foreign key/i.test(said))
    return new AppError("conflict", `What ${label} belonged to is not there any more, so it cannot stand again.`)
  return null
}
