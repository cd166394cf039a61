import { db, Prisma, type Tx } from "./db"

/** Each kind of numbered record, as people read it. */
export const sequenceKinds = { prospect: "Prospects", customer: "Customers", hierarchy: "Customer hierarchies" } as const

export type SequenceKind = keyof typeof sequenceKinds
export type NumberSequenceView = { kind: SequenceKind; prefix: string; digits: number; version: number; next: number }

/** The sequence that counts a kind, as SQL. */
export const sequenceOf = (kind: SequenceKind): Prisma.Sql => Prisma.raw(`platform.${kind}_number`)

/** A number as it is written: the prefix, then the count with leading zeros. */
export const writtenNumber = (prefix: string, digits: number, count: number): string => `${prefix}${String(count).padStart(digits, "0")}`

/** The number sequence of a kind, with the count that comes next. */
export async function getNumberSequence(kind: SequenceKind, tx: Tx = db): Promise<NumberSequenceView> {
  const { prefix, digits, version } = await tx.numberSequence.findUniqueOrThrow({ where: { kind } })
  const [counted] = await tx.$queryRaw<{ next: number }[]>(
    Prisma.sql`select (last_value + case when is_called then 1 else 0 end)::int as next from ${sequenceOf(kind)}`,
  )
  return { kind, prefix, digits, version, next: counted?.next ?? 1 }
}

export const listNumberSequences = (): Promise<NumberSequenceView[]> =>
  Promise.all((Object.keys(sequenceKinds) as SequenceKind[]).map((kind) => getNumberSequence(kind)))

/** The number that the next record of a kind gets, unless somebody is faster. */
export async function peekNumber(kind: SequenceKind): Promise<string> {
  const { prefix, digits, next } = await getNumberSequence(kind)
  return writtenNumber(prefix, digits, next)
}
