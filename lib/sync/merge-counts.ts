import { Prisma, type Tx } from "@/lib/platform/db"
import type { MergeKind } from "./merge-fields"
import { type MergedTable, type Pointer, pointers } from "./merge-pointers"

const raw = Prisma.raw

export const tableOf: Record<MergeKind, MergedTable> = { lead: "sales.lead", account: "sales.account", contact: "sales.contact" }

type Noun = readonly [one: string, many: string]
const activityNouns: Record<string, Noun> = {
  note: ["note", "notes"],
  task: ["task", "tasks"],
  phone_call: ["phone call", "phone calls"],
  appointment: ["appointment", "appointments"],
  email: ["email", "emails"],
}
const activityColumn = { lead: "lead_id", account: "account_id", contact: "contact_id" } as const

const counted = (n: number, [one, many]: Noun): string => `${n.toLocaleString("en")} ${n === 1 ? one : many}`

async function countPointers(tx: Tx, list: readonly Pointer[], id: string): Promise<string[]> {
  const told = list.flatMap(({ table, column, noun }) => (noun ? [{ table, column, noun }] : []))
  const parts = told.map(({ table, column }) => Prisma.sql`(select count(*)::int from ${raw(table)} where ${raw(column)} = ${id}::uuid)`)
  if (parts.length === 0) return []
  const [row] = await tx.$queryRaw<{ n: number[] }[]>`select array[${Prisma.join(parts)}] as n`
  const sums = new Map<string, { n: number; noun: Noun }>()
  for (const [at, { noun }] of told.entries()) {
    const n = (sums.get(noun[0])?.n ?? 0) + (row?.n[at] ?? 0)
    sums.set(noun[0], { n, noun })
  }
  return [...sums.values()].filter(({ n }) => n > 0).map(({ n, noun }) => counted(n, noun))
}

/** What follows a record of Sales when it becomes part of another, in words: "3 notes", "2 opportunities". */
export async function countWhatMoves(tx: Tx, kind: MergeKind, id: string): Promise<string[]> {
  const column = raw(activityColumn[kind])
  const written = await tx.$queryRaw<{ kind: string; n: number; files: number }[]>`
    select a.kind::text as kind, count(*)::int as n, coalesce(sum((select count(*) from sales.attachment f where f.activity_id = a.id)), 0)::int as files
    from sales.activity a where a.${column} = ${id}::uuid group by a.kind order by a.kind`
  const files = written.reduce((sum, row) => sum + row.files, 0)
  return [
    ...(await countPointers(tx, pointers[tableOf[kind]], id)),
    ...written.map((row) => counted(row.n, activityNouns[row.kind] ?? [row.kind, row.kind])),
    ...(files > 0 ? [counted(files, ["file", "files"])] : []),
  ]
}

/** What follows a customer of Commerce. */
export const countWhatCustomerMoves = (tx: Tx, customerId: string): Promise<string[]> =>
  countPointers(tx, pointers["commerce.customer"], customerId)
