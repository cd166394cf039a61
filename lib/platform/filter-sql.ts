import { Prisma } from "@/lib/platform/db"
import type { Fields } from "./fields"
import { type Condition, type Filter, isJoined, parts } from "./filter"
import { fold } from "./fold"

/** Where a field stands in the tables of its list. */
export type FieldColumn = {
  column: Prisma.Sql
  /** For an enum: its type, so that a value is compared as one. */
  type?: Prisma.Sql
  /** The list's search text holds what this column holds, so its index of trigrams narrows first. */
  isSearched?: boolean
  /** What a row shows, where that is not the column itself. */
  shows?: Prisma.Sql
  /** What a row of a grid draws, where that is more than what it shows. */
  drawn?: Prisma.Sql
}

export type FieldColumns<Key extends string = string> = Readonly<Record<Key, FieldColumn>>

type Around = { fields: Fields; columns: FieldColumns; search: Prisma.Sql; viewerId: string; now: Date }

const like = (text: string) => text.replace(/[\\%_]/g, "\\$&")
const dayMs = 86_400_000

/** A filter as a condition in SQL. Every value is a parameter. */
export function filterSql(filter: Filter, around: Around): Prisma.Sql {
  if (!isJoined(filter)) return conditionSql(filter, around)
  const joined = parts(filter).map((part) => filterSql(part, around))
  if (joined.length === 0) return Prisma.sql`true`
  return Prisma.sql`(${Prisma.join(joined, filter[0] === "and" ? " and " : " or ")})`
}

function conditionSql([name, operator, ...values]: Condition, around: Around): Prisma.Sql {
  const field = around.fields[name]
  const place = around.columns[name]
  if (!field || !place) return Prisma.sql`true`
  const { column } = place
  if (operator === "empty") return Prisma.sql`${column} is null`
  if (operator === "filled") return Prisma.sql`${column} is not null`
  if (operator === "yes") return Prisma.sql`${column}`
  if (operator === "no") return Prisma.sql`not ${column}`
  switch (field.kind) {
    case "choice":
    case "status":
    case "rating":
    case "country":
    case "person":
      return choiceSql(place, operator, field.kind, values, around.viewerId)
    case "time":
    case "age":
    case "due":
    case "day":
      return timeSql(column, operator, values, around.now, field.kind === "day")
    case "money":
    case "percent":
      return numberSql(column, operator, values)
    default:
      return textSql(place, operator, values, around.search)
  }
}

function choiceSql({ column, type }: FieldColumn, operator: string, kind: string, values: string[], viewerId: string): Prisma.Sql {
  const cast = kind === "person" ? Prisma.sql`uuid` : (type ?? Prisma.sql`text`)
  const asked = kind === "person" ? values.map((value) => (value === "me" ? viewerId : value)) : values
  const [only] = asked
  if (operator === "is-not") return Prisma.sql`(${column} is null or ${column} <> all(${asked}::${cast}[]))`
  return asked.length === 1 ? Prisma.sql`${column} = ${only}::${cast}` : Prisma.sql`${column} = any(${asked}::${cast}[])`
}

function textSql({ column, isSearched }: FieldColumn, operator: string, [typed = ""]: string[], search: Prisma.Sql): Prisma.Sql {
  const lower = Prisma.sql`lower(${column})`
  const text = typed.trim().toLowerCase()
  const exact = Prisma.sql`${lower} = ${text}`
  if (operator === "contains-not") return Prisma.sql`(${column} is null or ${lower} not like ${`%${like(text)}%`})`
  const own = operator === "is" ? exact : Prisma.sql`${lower} like ${operator === "starts" ? `${like(text)}%` : `%${like(text)}%`}`
  const folded = fold(typed)
  return isSearched && folded.length > 2 ? Prisma.sql`(${search} like ${`%${like(folded)}%`} and ${own})` : own
}

function timeSql(column: Prisma.Sql, operator: string, [first = "", second = ""]: string[], now: Date, isDay: boolean): Prisma.Sql {
  const cast = isDay ? Prisma.sql`date` : Prisma.sql`timestamptz`
  const day = (text: string, plus = 0) => new Date(Date.parse(`${text}T00:00:00Z`) + plus * dayMs).toISOString()
  const moment = (days: number) => new Date(now.getTime() + days * dayMs).toISOString()
  const from = (at: string) => Prisma.sql`${column} >= ${at}::${cast}`
  const until = (at: string) => Prisma.sql`${column} < ${at}::${cast}`
  switch (operator) {
    case "on":
      return Prisma.sql`(${from(day(first))} and ${until(day(first, 1))})`
    case "between":
      return Prisma.sql`(${from(day(first))} and ${until(day(second, 1))})`
    case "before":
      return until(day(first))
    case "after":
      return from(day(first, 1))
    case "older-days":
      return until(moment(-Number(first)))
    case "next-days":
      return Prisma.sql`(${from(moment(0))} and ${until(moment(Number(first) + 1))})`
    default:
      return from(moment(-Number(first)))
  }
}

function numberSql(column: Prisma.Sql, operator: string, [first = "0", second = "0"]: string[]): Prisma.Sql {
  if (operator === "at-least") return Prisma.sql`${column} >= ${first}::numeric`
  if (operator === "at-most") return Prisma.sql`${column} <= ${first}::numeric`
  return Prisma.sql`${column} between ${first}::numeric and ${second}::numeric`
}
