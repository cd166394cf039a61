import { Prisma } from "@/lib/platform/db"
import type { Field, Fields } from "./fields"
import { type Condition, type Filter, inAll, inSeveral, isJoined, parts } from "./filter"
import { fold } from "./fold"
import { isRecordId } from "./record-href"
import { again } from "./text-sql"
import { type DaysOf, daySql, timeSql } from "./time-sql"
import { likeText, soughtText } from "./typed-text"

/** Where a field stands in the tables of its list. */
export type FieldColumn = {
  column: Prisma.Sql
  /** For an enum, and for an instant of which the day is told: its type, so that a value is compared as one. */
  type?: Prisma.Sql
  /** The list's search text holds what this column holds, so its index of trigrams narrows first. */
  isSearched?: boolean
  /** The list's `told` holds it, whose index of trigrams then narrows first. */
  isTold?: boolean
  /** The list's `traits` say whether it is filled, whose index then narrows first. */
  isTrait?: boolean
  /** It is never empty. */
  isFilled?: boolean
  /** The key of the record that it is taken from: what says whether it is filled, and which one it is. */
  key?: Prisma.Sql
  /** It stands in a table that is joined to the list's own. */
  isJoined?: boolean
  /** The column is a set of codes, and a row for which this holds has all there are. */
  everywhere?: Prisma.Sql
  /** What a row shows, where that is not the column itself. */
  shows?: Prisma.Sql
  /** What a row of a grid draws, where that is more than what it shows. */
  drawn?: Prisma.Sql
}

export type FieldColumns<Key extends string = string> = Readonly<Record<Key, FieldColumn>>

/**
 * What narrows a list by an index, beside the order that it is read in: the folded text that its search box looks in, other short texts joined in lower
 * case, and for each field that may be empty or not a word that says so, as `traitsSql` writes them. Each is the expression of an index, word for word.
 */
export type Narrowing = { search: Prisma.Sql; told?: Prisma.Sql; traits?: Prisma.Sql }

type Around = Narrowing & DaysOf & { fields: Fields; columns: FieldColumns; viewerId: string }

/** The words that say which of some columns are filled: `city+`, or `city-` where it is empty. */
export const traitsSql = (columns: Readonly<Record<string, string>>): Prisma.Sql =>
  Prisma.raw(
    `array[${Object.entries(columns)
      .map(([name, column]) => `case when ${column} then '${name}+' else '${name}-' end`)
      .join(", ")}]`,
  )

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
  const { column, isFilled, isTrait, key = column } = place
  const has = (sign: "+" | "-") => Prisma.sql`${around.traits} @> array[${name + sign}]`
  if (operator === "empty") return isFilled ? Prisma.sql`false` : isTrait ? has("-") : Prisma.sql`${key} is null`
  if (operator === "filled") return isFilled ? Prisma.sql`true` : isTrait ? has("+") : Prisma.sql`${key} is not null`
  if (operator === "yes") return isTrait ? has("+") : Prisma.sql`${column}`
  if (operator === "no") return isTrait ? has("-") : Prisma.sql`not ${column}`
  const asked = valueSql(field, operator, values, place, around)
  return isTrait && !operator.endsWith("-not") && !isNarrowed(place, values, around) ? Prisma.sql`(${has("+")} and ${asked})` : asked
}

/** Whether an index of trigrams already narrows a condition on a text; it knows nothing shorter than three signs. */
const isNarrowed = ({ isTold, isSearched }: FieldColumn, [typed = ""]: string[], { told }: Narrowing): boolean =>
  (isTold && told !== undefined && typed.trim().length > 2) || (isSearched === true && fold(typed).length > 2)

function valueSql({ kind, words }: Field, operator: string, values: string[], place: FieldColumn, around: Around): Prisma.Sql {
  switch (kind) {
    case "channel":
      if (place.everywhere) return setSql(place, place.everywhere, operator, values)
      return choiceSql(place, operator, kind, values, around.viewerId, [])
    case "choice":
    case "status":
    case "rating":
    case "country":
    case "person":
      return choiceSql(place, operator, kind, values, around.viewerId, Object.keys(words ?? {}))
    case "time":
    case "age":
    case "timer":
    case "day":
      return kind === "day" && !place.type
        ? daySql(place.column, operator, values, around)
        : timeSql(place.column, operator, values, around)
    case "money":
    case "percent":
      return numberSql(place.column, operator, values, Prisma.sql`numeric`)
    case "score":
      return numberSql(place.column, operator, values, Prisma.sql`int`)
    case "phone":
      return textSql(
        place,
        operator,
        values.map((typed) => soughtText(fold(typed))),
        around,
      )
    default:
      return textSql(place, operator, values, around)
  }
}

function choiceSql(
  { column, type, isFilled }: FieldColumn,
  operator: string,
  kind: string,
  values: string[],
  viewerId: string,
  words: string[],
): Prisma.Sql {
  const cast = kind === "person" ? Prisma.sql`uuid` : (type ?? Prisma.sql`text`)
  const asked = kind === "person" ? values.map((value) => (value === "me" ? viewerId : value)) : values
  const [only] = asked
  if (operator === "is-not") {
    const others = words.filter((word) => !asked.includes(word))
    // An index knows what is equal, not what differs.
    const differs = words.length > 0 ? Prisma.sql`${column} = any(${others}::${cast}[])` : Prisma.sql`${column} <> all(${asked}::${cast}[])`
    return isFilled ? differs : Prisma.sql`(${column} is null or ${differs})`
  }
  return asked.length === 1 ? Prisma.sql`${column} = ${only}::${cast}` : Prisma.sql`${column} = any(${asked}::${cast}[])`
}

/** Each as an index knows it: what holds a code, what holds all, what holds more than one. */
function setSql({ column, isFilled }: FieldColumn, everywhere: Prisma.Sql, operator: string, values: string[]): Prisma.Sql {
  const each = values.map((value) => {
    if (value === inAll) return everywhere
    if (value === inSeveral) return Prisma.sql`cardinality(${column}) > 1`
    if (value.startsWith("=")) return Prisma.sql`(${column} @> array[${value.slice(1)}] and cardinality(${column}) = 1)`
    return Prisma.sql`(${everywhere} or ${column} @> array[${value}])`
  })
  const held = Prisma.sql`(${Prisma.join(each, " or ")})`
  if (operator !== "is-not") return held
  return isFilled ? Prisma.sql`not ${held}` : Prisma.sql`(${column} is null or not ${held})`
}

function textSql(
  { column, isSearched, isTold, key }: FieldColumn,
  operator: string,
  [typed = ""]: string[],
  { search, told }: Narrowing,
): Prisma.Sql {
  const lower = Prisma.sql`lower(${column})`
  const text = typed.trim().toLowerCase()
  const exact = Prisma.sql`${lower} = ${text}`
  if (operator === "contains-not") return Prisma.sql`(${column} is null or ${lower} not like ${`%${likeText(text)}%`})`
  if (operator === "is" && key && isRecordId(text)) return Prisma.sql`${key} = ${text}::uuid`
  const own = operator === "is" ? exact : Prisma.sql`${lower} like ${operator === "starts" ? `${likeText(text)}%` : `%${likeText(text)}%`}`
  if (isTold && told && text.length > 2) return Prisma.sql`(${told} like ${`%${likeText(text)}%`} and ${again(own)})`
  const folded = fold(typed)
  return isSearched && folded.length > 2 ? Prisma.sql`(${search} like ${`%${likeText(folded)}%`} and ${again(own)})` : own
}

/** `type`: that of the column, since an index serves no other. */
function numberSql(column: Prisma.Sql, operator: string, [first = "0", second = "0"]: string[], type: Prisma.Sql): Prisma.Sql {
  if (operator === "at-least") return Prisma.sql`${column} >= ${first}::${type}`
  if (operator === "at-most") return Prisma.sql`${column} <= ${first}::${type}`
  return Prisma.sql`${column} between ${first}::${type} and ${second}::${type}`
}
