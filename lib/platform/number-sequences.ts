import { db, Prisma, type Tx } from "./db"
import { NeedsTransaction } from "./needs-transaction"
import { writtenNumber } from "./number-format"

/** A number sequence with the count that comes next. */
export type NumberSequenceView = {
  kind: string
  id: string
  name: string
  source: string
  labelColumn: string
  format: string
  digits: number
  isContinuous: boolean
  version: number
  next: number
}

type Stored = Omit<NumberSequenceView, "next"> & { counted: bigint }

/** The database sequence that counts a kind which is not continuous. */
export const sequenceName = (kind: string): string => `platform.${kind.replace(/[^a-z_]/g, "")}_number`

async function withNext(tx: Tx, { counted, ...sequence }: Stored): Promise<NumberSequenceView> {
  if (sequence.isContinuous) return { ...sequence, next: Number(counted) }
  const [found] = await tx.$queryRaw<{ next: bigint }[]>(
    Prisma.sql`select last_value + case when is_called then 1 else 0 end as next from ${Prisma.raw(sequenceName(sequence.kind))}`,
  )
  return { ...sequence, next: Number(found?.next ?? 1) }
}

const stored = (tx: Tx, kind: string | null) => tx.$queryRaw<Stored[]>`
  select s.kind, s.id, s.name, s.source, s.label_column as "labelColumn", s.format, s.digits, s.is_continuous as "isContinuous", s.version, c.next as counted
  from platform.number_sequence s join platform.number_counter c using (kind)
  where ${kind}::text is null or s.kind = ${kind} order by s.name`

/** The number sequence of a kind; null when there is none. */
export async function getNumberSequence(kind: string, tx: Tx = db): Promise<NumberSequenceView | null> {
  const [found] = await stored(tx, kind)
  return found ? withNext(tx, found) : null
}

/** Every number sequence, by name. */
export async function listNumberSequences(): Promise<NumberSequenceView[]> {
  return Promise.all((await stored(db, null)).map((each) => withNext(db, each)))
}

/** The number that the next record of a kind gets, unless somebody is faster. */
export async function peekNumber(kind: string, now = new Date()): Promise<string> {
  const sequence = await getNumberSequence(kind)
  return sequence ? writtenNumber(sequence, sequence.next, now) : ""
}

/** Takes the next number of a kind, in the transaction that uses it. Of a continuous one, whoever comes after waits until that ends. */
export async function takeNumber(tx: Tx, kind: string): Promise<string> {
  if (tx === db) throw new NeedsTransaction()
  const [taken] = await tx.$queryRaw<{ number: string }[]>`select platform.next_number(${kind}) as number`
  if (!taken) throw new Error(`There is no number sequence ${kind}`)
  return taken.number
}
