import { Prisma } from "@/lib/platform/db"
import { type CalendarStretch, partsOfStretch, stretchDays } from "./calendar-stretch"
import { viewerZone } from "./viewer-zone"
import { dayIn, dayMs, startOfDay } from "./zone"

/** From when days are counted, and whose they are: those of whoever looks, unless something else is said. */
export type DaysOf = { now: Date; zone?: string | "the house's" }

const house = "the house's"
const houseZone = Prisma.sql`platform.house_zone()`

/** A subquery of its own, so that it is asked once and not for every row. */
const midnightOfHouse = (day: Prisma.Sql, plus: number): Prisma.Sql =>
  Prisma.sql`(select (${day} + ${plus}::int)::timestamp at time zone ${houseZone})`

/** The moment at which a day begins, or so many days later; `2026-11-22Z` is a day of UTC, whoever looks. */
function beginningOf(day: string, plus: number, zone: string): Prisma.Sql {
  const isUtc = day.endsWith("Z")
  const plain = day.slice(0, 10)
  if (!isUtc && zone === house) return midnightOfHouse(Prisma.sql`${plain}::date`, plus)
  return momentSql(startOfDay(isUtc ? "UTC" : zone, plain, plus))
}

const [earliest, latest] = ["0001-01-01", "9999-12-31"].map((day) => new Date(`${day}T00:00Z`)) as [Date, Date]

/** A moment; beyond the years that have four digits, which the database reads in no way of JavaScript's, all of them. */
const momentSql = (at: Date): Prisma.Sql =>
  Prisma.sql`${at < earliest ? "-infinity" : at > latest ? "infinity" : at.toISOString()}::timestamptz`

const todayIn = (zone: string, now: Date): Prisma.Sql =>
  zone === house ? Prisma.sql`(select (${now}::timestamptz at time zone ${houseZone})::date)` : Prisma.sql`${dayIn(zone, now)}::date`

/** The first day of a stretch of the calendar, and the first after it, where the database alone knows which day it is. */
function stretchOfHouse(stretch: CalendarStretch, now: Date): [first: Prisma.Sql, end: Prisma.Sql] {
  const { unit, away } = partsOfStretch(stretch)
  const long = unit === "quarter" ? "3 months" : `1 ${unit}`
  const begins = (count: number) =>
    Prisma.sql`(select (date_trunc(${unit}, ${todayIn(house, now)}::timestamp) + ${count}::int * ${long}::interval)::date)`
  return [begins(away), begins(away + 1)]
}

/** Moments, told by days on the calendar of the zone; each is one stretch of an index. */
export function timeSql(
  column: Prisma.Sql,
  operator: string,
  [first = "", second = ""]: string[],
  { now, zone = viewerZone() }: DaysOf,
): Prisma.Sql {
  const moment = (days: number) => momentSql(new Date(now.getTime() + days * dayMs))
  const from = (at: Prisma.Sql) => Prisma.sql`${column} >= ${at}`
  const until = (at: Prisma.Sql) => Prisma.sql`${column} < ${at}`
  const stretch = (one: string, last: string) => Prisma.sql`(${from(beginningOf(one, 0, zone))} and ${until(beginningOf(last, 1, zone))})`
  switch (operator) {
    case "today": {
      if (zone !== house) return stretch(dayIn(zone, now), dayIn(zone, now))
      const midnight = (plus: number) => midnightOfHouse(todayIn(zone, now), plus)
      return Prisma.sql`(${from(midnight(0))} and ${until(midnight(1))})`
    }
    case "during": {
      if (zone !== house) return stretch(...stretchDays(first as CalendarStretch, dayIn(zone, now)))
      const [begin, end] = stretchOfHouse(first as CalendarStretch, now)
      return Prisma.sql`(${from(midnightOfHouse(begin, 0))} and ${until(midnightOfHouse(end, 0))})`
    }
    case "on":
      return stretch(first, first)
    case "between":
      return stretch(first, second)
    case "before":
      return until(beginningOf(first, 0, zone))
    case "after":
      return from(beginningOf(first, 1, zone))
    case "older-days":
      return until(moment(-Number(first)))
    case "next-days":
      return Prisma.sql`(${from(moment(0))} and ${until(moment(Number(first) + 1))})`
    default:
      return from(moment(-Number(first)))
  }
}

/** Dates, which have no zone; only what today is depends on who looks. */
export function daySql(
  column: Prisma.Sql,
  operator: string,
  [first = "", second = ""]: string[],
  { now, zone = viewerZone() }: DaysOf,
): Prisma.Sql {
  const day = (text: string) => Prisma.sql`${text.slice(0, 10)}::date`
  const days = ([one, last]: [string, string]) => Prisma.sql`${column} between ${day(one)} and ${day(last)}`
  const today = (plus: number) => Prisma.sql`(${todayIn(zone, now)} + ${plus}::int)`
  switch (operator) {
    case "today":
      return Prisma.sql`${column} = ${todayIn(zone, now)}`
    case "during": {
      if (zone !== house) return days(stretchDays(first as CalendarStretch, dayIn(zone, now)))
      const [begin, end] = stretchOfHouse(first as CalendarStretch, now)
      return Prisma.sql`(${column} >= ${begin} and ${column} < ${end})`
    }
    case "on":
      return Prisma.sql`${column} = ${day(first)}`
    case "between":
      return days([first, second])
    case "before":
      return Prisma.sql`${column} < ${day(first)}`
    case "after":
      return Prisma.sql`${column} > ${day(first)}`
    case "next-days":
      return Prisma.sql`(${column} >= ${todayIn(zone, now)} and ${column} <= ${today(Number(first))})`
    default:
      return Prisma.sql`${column} >= ${today(-Number(first))}`
  }
}
