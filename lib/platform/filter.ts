import { z } from "zod"
import { type CalendarStretch, calendarStretches, isCalendarStretch, stretchWord } from "./calendar-stretch"
import { isStorable } from "./clean-text"
import type { Field, FieldKind, Fields } from "./fields"
import { isRecordId } from "./record-href"

/**
 * What a view's filter says: `["rating", "is", "hot", "warm"]`, or `["and", …]` and `["or", …]` of such.
 * This is how it stands in the URL as `f=`, as JSON.
 */
export type Condition = readonly [field: string, operator: Operator, ...values: string[]]
export type Group = readonly [joint: "and" | "or", ...parts: Filter[]]
export type Filter = Condition | Group

/** How many values an operator takes: none, one, two, or any number from one on. */
const operators = {
  is: { word: "is", takes: "many" },
  "is-not": { word: "is not", takes: "many" },
  contains: { word: "contains", takes: "one" },
  "contains-not": { word: "does not contain", takes: "one" },
  starts: { word: "starts with", takes: "one" },
  "at-least": { word: "at least", takes: "one" },
  "at-most": { word: "at most", takes: "one" },
  today: { word: "is today", takes: "none" },
  during: { word: "during", takes: "one" },
  on: { word: "on", takes: "one" },
  before: { word: "before", takes: "one" },
  after: { word: "after", takes: "one" },
  between: { word: "between", takes: "two" },
  "last-days": { word: "in the last days", takes: "one" },
  "older-days": { word: "more than days ago", takes: "one" },
  "next-days": { word: "in the next days", takes: "one" },
  yes: { word: "is yes", takes: "none" },
  no: { word: "is no", takes: "none" },
  empty: { word: "is empty", takes: "none" },
  filled: { word: "is filled", takes: "none" },
} as const satisfies Record<string, { word: string; takes: "none" | "one" | "two" | "many" }>

export type Operator = keyof typeof operators
export const operatorWord = (operator: Operator): string => operators[operator].word
export const operatorTakes = (operator: Operator) => operators[operator].takes

const ofText = ["contains", "contains-not", "is", "starts", "empty", "filled"] as const
const ofChoice = ["is", "is-not", "empty", "filled"] as const
const ofAge = ["last-days", "older-days", "during", "on", "before", "after", "between", "empty", "filled"] as const
const ofNumber = ["at-least", "at-most", "between", "empty", "filled"] as const

const offered: Record<FieldKind, readonly Operator[]> = {
  text: ofText,
  "long-text": ["contains", "contains-not", "empty", "filled"],
  email: ofText,
  phone: ofText,
  url: ofText,
  choice: ofChoice,
  status: ofChoice,
  rating: ofChoice,
  country: ofChoice,
  person: ofChoice,
  channel: ofChoice,
  time: ["last-days", "today", ...ofAge.slice(1)],
  age: ofAge,
  timer: ["next-days", "today", "during", "before", "after", "on", "between", "empty", "filled"],
  day: ["on", "today", "during", "before", "after", "between", "last-days", "next-days", "empty", "filled"],
  money: ofNumber,
  percent: ofNumber,
  score: ofNumber,
  "yes-no": ["yes", "no"],
}

/** The kinds of fields that are asked for by days. */
export const dated: readonly FieldKind[] = ["time", "age", "timer", "day"]

/** The operators that a field is filtered by, the likeliest first. */
export const operatorsOf = (field: Field): readonly Operator[] => offered[field.kind]

/** Kinds of what has happened, of which nothing lies ahead. */
const past: readonly FieldKind[] = ["time", "age"]

/** The stretches of the calendar that a field is asked for. */
export const stretchesOf = ({ kind }: Field): readonly CalendarStretch[] =>
  past.includes(kind) ? calendarStretches.filter((stretch) => !stretch.startsWith("next")) : calendarStretches

/** A day; with a `Z` that of UTC, wherever whoever looks may be. */
const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}Z?$/.test(value) && isOfCalendar(value.slice(0, 10)) && value >= "0001-01-01"
const isOfCalendar = (day: string) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false
const isDays = (value: string) => /^\d{1,4}$/.test(value)
const isAmount = (value: string) => /^-?\d{1,13}(\.\d{1,2})?$/.test(value)
const isCountry = (value: string) => /^[A-Z]{2}$/.test(value)
const isChannel = (value: string) => /^[a-z0-9-]{1,40}$/.test(value)

/** What a field that holds several channels is asked: one of them by its code, `=code` for it alone, several, or all of them. */
export const inSeveral = "+"
export const inAll = "*"
export const inOnly = (code: string): string => `=${code}`
const isChannelOf = (value: string) => value === inSeveral || value === inAll || isChannel(value.replace(/^=/, ""))
const isSomebody = (value: string) => value === "me" || isRecordId(value)
const isCode = (value: string) => /^[A-Z0-9][A-Z0-9._/-]{0,19}$/.test(value)
const isTyped = (value: string) => value.trim() !== "" && value.length <= 200 && isStorable(value)

function isValue(field: Field, operator: Operator, value: string): boolean {
  const { kind, words, codes, isSet } = field
  if (operator === "during") return stretchesOf(field).some((stretch) => stretch === value)
  if (operator.endsWith("-days")) return isDays(value)
  if (kind === "person") return isSomebody(value)
  if (kind === "country") return isCountry(value)
  if (codes) return isCode(value)
  if (kind === "channel") return isSet ? isChannelOf(value) : isChannel(value)
  if (kind === "choice" || kind === "status" || kind === "rating") return words !== undefined && Object.hasOwn(words, value)
  if (dated.includes(kind)) return isDay(value)
  if (kind === "money" || kind === "percent") return isAmount(value)
  if (kind === "score") return /^\d{1,3}$/.test(value)
  return isTyped(value)
}

const fits = {
  none: (n: number) => n === 0,
  one: (n: number) => n === 1,
  two: (n: number) => n === 2,
  many: (n: number) => n > 0 && n <= 50,
}

/** Whether a condition can be asked of a record with these fields. */
export function isCondition(fields: Fields, part: readonly unknown[]): part is Condition {
  const [name, operator, ...values] = part
  if (typeof name !== "string" || !Object.hasOwn(fields, name)) return false
  const field = fields[name]
  if (!field) return false
  const known = operatorsOf(field).find((one) => one === operator)
  return (
    known !== undefined &&
    fits[operators[known].takes](values.length) &&
    values.every((value) => typeof value === "string" && isValue(field, known, value))
  )
}

const isGroup = (part: readonly unknown[]): boolean => part[0] === "and" || part[0] === "or"

/** One more than people build: a lane or a short URL joins what they built with a condition of its own. */
const deepest = 4
const longest = 30
const Tree = z.array(z.unknown()).min(1).max(60)

function check(fields: Fields, part: unknown, depth: number): Filter | null {
  const tree = Tree.safeParse(part)
  if (!tree.success) return null
  const { data } = tree
  if (!isGroup(data)) return isCondition(fields, data) ? data : null
  if (depth === deepest) return null
  const parts = data.slice(1).map((one) => check(fields, one, depth + 1))
  if (parts.some((one) => one === null)) return null
  const kept = parts.filter((one): one is Filter => one !== null)
  return [data[0] === "or" ? "or" : "and", ...kept]
}

/** Whether a filter is a group of others. */
export const isJoined = (filter: Filter): filter is Group => filter[0] === "and" || filter[0] === "or"

/** How many conditions a filter has. */
export const conditionCount = (filter: Filter | null): number =>
  filter === null ? 0 : isJoined(filter) ? parts(filter).reduce((sum, part) => sum + conditionCount(part), 0) : 1

/** The parts that a filter joins. */
export const parts = ([, ...joined]: Group): readonly Filter[] => joined

/** The fields that a filter asks about. */
export const fieldsIn = (filter: Filter | null): string[] =>
  filter === null ? [] : isJoined(filter) ? parts(filter).flatMap(fieldsIn) : [filter[0]]

/** A filter from the text in a URL or a saved view; null when it is none, or not one that these fields can answer. */
export function readFilter(fields: Fields, text: unknown): Filter | null {
  if (typeof text !== "string" || text.length > 8000) return null
  try {
    const filter = check(fields, JSON.parse(text), 0)
    return filter && conditionCount(filter) > 0 && conditionCount(filter) <= longest ? filter : null
  } catch {
    return null
  }
}

/** Filters that all hold, as one; null when there is none. */
export function allOf(filters: readonly (Filter | null)[]): Filter | null {
  const all = filters.flatMap((filter) => (filter === null ? [] : isJoined(filter) && filter[0] === "and" ? parts(filter) : [filter]))
  const [first, ...others] = all
  return first && others.length > 0 ? ["and", ...all] : (first ?? null)
}

const asksInShort: readonly FieldKind[] = ["choice", "status", "rating", "country", "person", "channel"]

/** Conditions that a URL asks in short: `?status=new`, `?owner=me`, `?owner=none`. */
export function shortConditions(fields: Fields, given: Readonly<Record<string, unknown>>): Condition[] {
  return Object.entries(fields).flatMap(([name, { kind }]) => {
    const value = given[name]
    if (!asksInShort.includes(kind) || typeof value !== "string") return []
    const asked: readonly string[] = kind === "person" && value === "none" ? [name, "empty"] : [name, "is", value]
    return isCondition(fields, asked) ? [asked] : []
  })
}

/** A filter as it stands in a URL. */
export const filterText = (filter: Filter | null): string => (filter ? JSON.stringify(filter) : "")

/** `people` names the people, the channels and the records that a filter names by their ids and codes. */
type Named = { fields: Fields; people: Readonly<Record<string, string>>; countryName: (code: string) => string }

function valueWord({ fields, people, countryName }: Named, name: string, value: string): string {
  const field = fields[name]
  if (field?.kind === "person") return value === "me" ? "me" : (people[value] ?? "somebody")
  if (field?.kind === "country") return countryName(value)
  if (field?.kind === "channel") return channelWord(value, people)
  if (field?.names && isRecordId(value)) return people[value] ?? "a record that is gone"
  if (isCalendarStretch(value) && field && dated.includes(field.kind)) return stretchWord(value)
  if (dated.includes(field?.kind ?? "text")) return value.replace(/Z$/, " UTC")
  return field?.words?.[value] ?? value
}

/** A channel that a filter names, in words. */
export function channelWord(value: string, names: Readonly<Record<string, string>>): string {
  if (value === inSeveral) return "Several channels"
  if (value === inAll) return "All channels"
  const name = (code: string) => names[code] ?? code
  return value.startsWith("=") ? `${name(value.slice(1))} only` : name(value)
}

const or = new Intl.ListFormat("en", { type: "disjunction" })

/** A filter in words: "Rating is Hot or Warm". */
export function filterWords(filter: Filter, named: Named): string {
  if (isJoined(filter)) {
    return parts(filter)
      .map((part) => (isJoined(part) ? `(${filterWords(part, named)})` : filterWords(part, named)))
      .join(filter[0] === "and" ? " and " : " or ")
  }
  const [name, operator, ...values] = filter
  const label = named.fields[name]?.label ?? name
  const words = values.map((value) => valueWord(named, name, value))
  if (operator === "last-days") return `${label} in the last ${words[0]} days`
  if (operator === "next-days") return `${label} in the next ${words[0]} days`
  if (operator === "older-days") return `${label} more than ${words[0]} days ago`
  if (operator === "between") return `${label} between ${words.join(" and ")}`
  return [label, operatorWord(operator), or.format(words)].filter(Boolean).join(" ")
}
