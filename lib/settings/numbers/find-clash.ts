import { db, Prisma, type Tx } from "@/lib/platform/db"
import { formatPattern, type NumberFormat } from "@/lib/platform/number-format"

/** A record that bears a number which is still to come, and the count in it. */
export type Clash = { id: string; number: string; label: string; count: number }

type Source = { source: string; labelColumn: string }

const isName = /^[a-z_]+(\.[a-z_]+)?$/
const named = (name: string): Prisma.Sql => {
  if (!isName.test(name)) throw new Error(`${name} is not the name of a table or column`)
  return Prisma.raw(name)
}

/**
 * The record with the highest number that a format would write again from a count on, in this month or a later one; null when all of them are free.
 * It looks at every number of the kind.
 */
export async function findClash(
  { source, labelColumn }: Source,
  wanted: NumberFormat & { next: number },
  tx: Tx = db,
): Promise<Clash | null> {
  const { pattern, at } = formatPattern(wanted)
  const part = (place: number | undefined) => (place ? Prisma.sql`found[${Prisma.raw(String(place))}]` : Prisma.sql`''`)
  const count = Prisma.sql`${part(at.number)}::numeric`
  const today = Prisma.sql`coalesce(to_char(now() at time zone 'UTC', ${at.month ? "YYYYMM" : at.year ? "YYYY" : ""}), '')`
  const [clash] = await tx.$queryRaw<(Omit<Clash, "count"> & { count: string })[]>`
    select id::text, number, label, ${count}::text as count
    from (select id, number, ${named(labelColumn)} as label, regexp_match(number, ${pattern}) as found from ${named(source)}) numbered
    where found is not null and ${count} >= ${wanted.next} and ${part(at.year)} || ${part(at.month)} >= ${today}
    order by ${count} desc limit 1`
  return clash ? { ...clash, count: Number(clash.count) } : null
}
