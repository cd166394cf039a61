import { Prisma, type Tx } from "@/lib/platform/db"
import type { Pointer } from "./merge-pointers"

/** A row as the database has it: column names, values as JSON. */
export type Row = Record<string, unknown>
/** A row that was put away whole. */
export type Taken = { table: string; row: Row }
export type MovedRow = { id: string; label: string }
/** Rows that followed a record along one column. */
export type Moved = { table: string; column: string; isVersioned: boolean; rows: MovedRow[] }
/** Columns of a row that stayed: what stood in them and what stands there since. */
export type Written = { table: string; id: string; label: string; before: Row; after: Row }
/** What a row was found by, before and since. */
export type FoundBy = { table: string; id: string; before: string; after: string }

const raw = Prisma.raw
const bump = (isVersioned: boolean) => raw(isVersioned ? ", version = version + 1" : "")
const columnsOf = (row: Row) =>
  raw(
    Object.keys(row)
      .map((name) => `"${name.replaceAll('"', "")}"`)
      .join(", "),
  )

/** A row as it stands; null where there is none. */
export async function readRow(tx: Tx, table: string, id: string): Promise<Row | null> {
  const [found] = await tx.$queryRaw<{ row: Row }[]>`select to_jsonb(t) as row from ${raw(table)} t where id = ${id}::uuid`
  return found?.row ?? null
}

/** Takes a row out of its table, whole. */
export async function takeRow(tx: Tx, table: string, id: string): Promise<Taken> {
  const [taken] = await tx.$queryRaw<{ row: Row }[]>`delete from ${raw(table)} t where id = ${id}::uuid returning to_jsonb(t) as row`
  if (!taken) throw new Error(`${table} has no row ${id}`)
  return { table, row: taken.row }
}

/** Puts a row back as it was; a column that came meanwhile takes its default. */
export async function putRow(tx: Tx, { table, row }: Taken): Promise<void> {
  await tx.$executeRaw`
    insert into ${raw(table)} (${columnsOf(row)})
    select ${columnsOf(row)} from jsonb_populate_record(null::${raw(table)}, ${JSON.stringify(row)}::jsonb)`
}

/** Takes away the rows that do not follow: those that are a record's own, and those whose place is taken where they would go. */
export async function takeRivals(tx: Tx, { table, column, rival, isItsOwn }: Pointer, from: string, to: string): Promise<Taken[]> {
  if (isItsOwn) {
    const own = await tx.$queryRaw<
      { row: Row }[]
    >`delete from ${raw(table)} t where t.${raw(column)} = ${from}::uuid returning to_jsonb(t) as row`
    return own.map(({ row }) => ({ table, row }))
  }
  if (!rival) return []
  const taken = await tx.$queryRawUnsafe<{ row: Row }[]>(
    `delete from ${table} t where t.${column} = $2::uuid and (${rival}) returning to_jsonb(t) as row`,
    to,
    from,
  )
  return taken.map(({ row }) => ({ table, row }))
}

/** Lets the rows that point at one record point at another. */
export async function moveRows(tx: Tx, { table, column, label, isVersioned = false }: Pointer, from: string, to: string): Promise<Moved> {
  const rows = await tx.$queryRaw<MovedRow[]>`
    update ${raw(table)} t set ${raw(column)} = ${to}::uuid ${bump(isVersioned)}
    where t.${raw(column)} = ${from}::uuid returning t.id, ${raw(label)} as label`
  return { table, column, isVersioned, rows }
}

/** Lets rows point at the record that they came from. Returns those that somebody moved elsewhere meanwhile, or that are gone. */
export async function moveRowsBack(tx: Tx, { table, column, isVersioned, rows }: Moved, from: string, to: string): Promise<MovedRow[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const back = await tx.$queryRaw<{ id: string }[]>`
    update ${raw(table)} set ${raw(column)} = ${from}::uuid ${bump(isVersioned)}
    where id = any(${ids}::uuid[]) and ${raw(column)} = ${to}::uuid returning id`
  const gone = new Set(back.map(({ id }) => id))
  return rows.filter(({ id }) => !gone.has(id))
}

/** What triggers keep of a row's surroundings: where those are as before, it is. */
const keptByTrigger: Readonly<Record<string, readonly string[]>> = { "commerce.customer": ["channels", "in_all_channels", "is_b2b_admin"] }
export const keptColumns = (table: string): readonly string[] => keptByTrigger[table] ?? []

/** The columns in which two states of a row differ, but for the version and what is told elsewhere; null where they are the same. */
export function difference(before: Row, after: Row, apart: readonly string[] = []): { before: Row; after: Row } | null {
  const compared = Object.keys(before).filter((name) => name !== "version" && !apart.includes(name))
  const changed = compared.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  if (changed.length === 0) return null
  const only = (row: Row) => Object.fromEntries(changed.map((name) => [name, row[name]]))
  return { before: only(before), after: only(after) }
}

/** Puts columns back where they still hold what the merge wrote. Returns the columns that somebody changed since, which stay as they are. */
export async function putColumnsBack(tx: Tx, { table, id, before, after }: Written, leave: readonly string[] = []): Promise<string[]> {
  const now = await readRow(tx, table, id)
  if (!now) return Object.keys(before)
  const kept = Object.keys(before).filter((name) => leave.includes(name) || JSON.stringify(now[name]) !== JSON.stringify(after[name]))
  const back = Object.fromEntries(Object.entries(before).filter(([name]) => !kept.includes(name)))
  const sets = Object.keys(back).map((name) => `"${name}" = b."${name}"`)
  await tx.$executeRaw`
    update ${raw(table)} t set ${raw([...sets, "version = t.version + 1"].join(", "))}
    from jsonb_populate_record(null::${raw(table)}, ${JSON.stringify(back)}::jsonb) b where t.id = ${id}::uuid`
  return kept
}

type Sought = { table: "sales.contact" | "sales.opportunity"; column: "account_id" | "contact_id" }

/** What the rows that point at some records are found by, by table and id. */
export async function readTexts(tx: Tx, sought: readonly Sought[], ids: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    sought.map(async ({ table, column }) => {
      const rows = await tx.$queryRaw<{ id: string; text: string }[]>`
        select id, search_text as text from ${raw(table)} where ${raw(column)} = any(${[...ids]}::uuid[])`
      return rows.map(({ id, text }): [string, string] => [`${table} ${id}`, text])
    }),
  )
  return new Map(found.flat())
}

/** Which texts differ. */
export function differentTexts(before: Map<string, string>, after: Map<string, string>): FoundBy[] {
  return [...before].flatMap(([key, text]) => {
    const now = after.get(key)
    const [table = "", id = ""] = key.split(" ")
    return now === undefined || now === text ? [] : [{ table, id, before: text, after: now }]
  })
}

/** Puts texts back that nobody rewrote since; whether all of them were. */
export async function putTextsBack(tx: Tx, texts: readonly FoundBy[]): Promise<boolean> {
  let all = true
  for (const table of new Set(texts.map((text) => text.table))) {
    const rows = JSON.stringify(texts.filter((text) => text.table === table))
    const count = await tx.$executeRaw`
      update ${raw(table)} t set search_text = d.before from jsonb_to_recordset(${rows}::jsonb) as d (id uuid, before text, after text)
      where t.id = d.id and t.search_text = d.after`
    if (count !== texts.filter((text) => text.table === table).length) all = false
  }
  return all
}
