import { auditMove, type FieldChange, type RecordRef } from "@/lib/platform/audit"
import type { Actor, Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import type { Editables, FieldText } from "@/lib/platform/editable"
import { AppError, type Refusal } from "@/lib/platform/errors"
import { gone } from "@/lib/platform/merged-record"
import type { MoveName } from "@/lib/platform/move-words"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import { type Clash, mergeEdit } from "./merge-edit"
import type { EditRecord } from "./schema"

type Versioned = { id: string; version: number }

/** What one kind of record says about editing itself, and by whom. */
export type EditableKind<Row extends Versioned, Who extends Actor = Actor> = {
  kind: "lead" | "opportunity" | "account" | "contact" | "customer"
  table: Prisma.Sql
  move: MoveName
  editables: Editables
  find: (tx: Tx, id: string) => Promise<Row | null>
  labelOf: (row: Row) => string
  refusal: (row: Row, worker: Who) => Refusal | null
  /** What follows from the new values: search text, keys, counterparts. Throws where they cannot stand. */
  follow: (ctx: Ctx, after: Row, before: Row) => Promise<Record<string, unknown>> | Record<string, unknown>
  /** Writes where the version still stands; how many rows that were. */
  write: (tx: Tx, row: Versioned, data: Record<string, unknown>) => Promise<{ count: number }>
}

/** A clash with who caused it and when; null where nobody is known to have edited the field. */
export type Conflict = Clash & { who: string | null; at: Date | null }

export type Edited<Row> = {
  version: number
  before: Row
  after: Row
  changes: FieldChange[]
  conflicts: Conflict[]
}

/**
 * Edits a record field by field. Whoever comes second has merged silently what nobody else touched; what a colleague changed
 * meanwhile is left as it is and told as a conflict. One audit row, and one row of history a field.
 */
export async function editRecord<Row extends Versioned, Who extends Actor>(
  ctx: Ctx & { actor: Who },
  kind: EditableKind<Row, Who>,
  input: EditRecord,
): Promise<Edited<Row>> {
  for (const isSecondLook of [false, true]) {
    // Somebody was faster: wait for them to commit, then nobody can be a second time.
    if (isSecondLook) await ctx.tx.$executeRaw`select 1 from ${kind.table} where id = ${input.id}::uuid for update`
    const before = await kind.find(ctx.tx, input.id)
    if (!before) throw await gone(ctx.tx, kind.kind, input.id)
    await insistOn(ctx, kind.refusal(before, ctx.actor), input.id)
    const { data, changes, clashes, problems } = mergeEdit(kind.editables, before, input)
    const [problem] = Object.values(problems)
    if (problem) throw new AppError("invalid", problem, { fields: problems })
    const conflicts = await whoChanged(ctx, input.id, clashes)
    if (changes.length === 0) return { version: before.version, before, after: before, changes, conflicts }
    const changed = { ...before, ...data }
    const after = { ...changed, ...(await kind.follow(ctx, changed, before)), version: before.version + 1 }
    const { count } = await kind.write(ctx.tx, before, columnsThatDiffer(before, after))
    if (count === 0) continue
    const record: RecordRef = { kind: kind.kind, id: input.id, label: kind.labelOf(after) }
    auditMove(ctx, { move: kind.move, record, to: changes.map(({ field }) => kind.editables[field]?.label ?? field).join(", "), changes })
    return { version: after.version, before, after, changes, conflicts }
  }
  throw await overtaken(ctx, input.id)
}

/**
 * Writes on a record what its counterpart in the other store says now, whoever wrote it first. It leaves no audit row of its own: the changes
 * that come back stand in its history with those of the edit that they came from.
 */
export async function followEdit<Row extends Versioned, Who extends Actor>(
  ctx: Ctx,
  kind: EditableKind<Row, Who>,
  id: string,
  values: Readonly<Record<string, FieldText>>,
): Promise<Pick<Edited<Row>, "before" | "after" | "changes">> {
  await ctx.tx.$executeRaw`select 1 from ${kind.table} where id = ${id}::uuid for update`
  const before = await kind.find(ctx.tx, id)
  if (!before) throw await gone(ctx.tx, kind.kind, id)
  const { data, changes, problems } = mergeEdit(kind.editables, before, { version: before.version, changes: { ...values }, base: {} })
  const [problem] = Object.values(problems)
  if (problem) throw new AppError("invalid", problem, { fields: problems })
  if (changes.length === 0) return { before, after: before, changes }
  const changed = { ...before, ...data }
  const after = { ...changed, ...(await kind.follow(ctx, changed, before)), version: before.version + 1 }
  await kind.write(ctx.tx, before, columnsThatDiffer(before, after))
  return { before, after, changes }
}

/** What the screen is told of an edit: the new version, what is stored now by field, and what a colleague changed meanwhile. */
export function editAnswer<Row>({ version, changes, conflicts }: Edited<Row>) {
  const saved: Record<string, FieldText> = Object.fromEntries(changes.map(({ field, to }) => [field, to]))
  return { version, saved, conflicts }
}

function columnsThatDiffer(before: object, after: object): Record<string, unknown> {
  const old = new Map(Object.entries(before))
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => old.get(column) !== value))
}

async function whoChanged({ tx }: Ctx, recordId: string, clashes: Clash[]): Promise<Conflict[]> {
  if (clashes.length === 0) return []
  const last = await tx.$queryRaw<{ field: string; who: string; at: Date }[]>`
    select distinct on (field) field, actor_name as who, at from platform.field_change
    where record_id = ${recordId}::uuid and field in (${Prisma.join(clashes.map(({ field }) => field))})
    order by field, at desc, id desc`
  return clashes.map((clash) => {
    const { who, at } = last.find(({ field }) => field === clash.field) ?? { who: null, at: null }
    return { ...clash, who, at }
  })
}
