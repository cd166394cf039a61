import { Prisma } from "@/lib/platform/db"

/** A column to order by, with its type. Ties are broken by the id, so that an index on (column, id) serves both directions. */
export type SortKey = {
  column: Prisma.Sql
  type: Prisma.Sql
  isNullable: boolean
  /** Whether a value that came back in a URL can be one of the column's. */
  accepts: (value: string) => boolean
}

const isText = (value: string) => !value.includes("\0")
const isDay = (value: string) => {
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${value}T`)
}
const isTime = (value: string) =>
  /^[12]\d{3}-[01]\d-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d\d$/.test(value) && isDay(value.slice(0, 10))
const isNumber = (value: string) => /^\d{1,16}(\.\d{1,2})?$/.test(value)

export const byText = (column: Prisma.Sql, isNullable = false): SortKey => ({ column, type: Prisma.sql`text`, isNullable, accepts: isText })
export const byTime = (column: Prisma.Sql): SortKey => ({ column, type: Prisma.sql`timestamptz`, isNullable: false, accepts: isTime })
export const byTimeOrNone = (column: Prisma.Sql): SortKey => ({ ...byTime(column), isNullable: true })
export const byDay = (column: Prisma.Sql): SortKey => ({ column, type: Prisma.sql`date`, isNullable: true, accepts: isDay })
export const byScore = (column: Prisma.Sql): SortKey => ({
  column,
  type: Prisma.sql`int`,
  isNullable: true,
  accepts: (value) => /^\d{1,3}$/.test(value),
})
export const byNumber = (column: Prisma.Sql): SortKey => ({ column, type: Prisma.sql`numeric`, isNullable: true, accepts: isNumber })

export function byChoice(column: Prisma.Sql, type: Prisma.Sql, choices: readonly string[]): SortKey {
  return { column, type, isNullable: false, accepts: (value) => choices.includes(value) }
}
