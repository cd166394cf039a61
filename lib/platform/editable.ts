import { cleanLine, cleanText, textProblem } from "./clean-text"
import { isCountryCode } from "./countries"
import { canonicalEmail, emailProblem } from "./email"
import type { Field } from "./fields"
import { normalisePhone, phoneProblem } from "./phone"
import { normaliseTaxId, taxIdProblem } from "./tax-id"
import { normaliseWebsite, websiteProblem } from "./website"
import { dayTextOf } from "./zone"

/** A field that people edit, and the column that holds it. */
export type Editable = Pick<Field, "label" | "kind" | "words"> & {
  column: string
  isRequired?: boolean
  /** Code points; 100 when left out. */
  longest?: number
  /** Written as the record's country writes it. */
  isTaxId?: boolean
}
export type Editables<Key extends string = string> = Readonly<Record<Key, Editable>>

/** A value as it travels between screen, command and history: its normal form as text, null for nothing. */
export type FieldText = string | null

/** What a typed value becomes, or what is wrong with it, as a sentence. */
export type Read = { text: FieldText; stored: unknown } | { problem: string }

const largestAmount = 1e12

/** A stored value as text. */
export function fieldText({ kind }: Editable, stored: unknown): FieldText {
  if (stored === null || stored === undefined || stored === "") return null
  if (stored instanceof Date) return dayTextOf(stored)
  if (typeof stored === "boolean") return stored ? "yes" : "no"
  return kind === "money" ? Number(stored).toFixed(2) : String(stored)
}

/** The values of a record's editable fields, as text. */
export function fieldTexts<Key extends string>(editables: Editables<Key>, record: object): Record<Key, FieldText> {
  const stored = new Map(Object.entries(record))
  const texts = Object.entries<Editable>(editables).map(([key, editable]) => [key, fieldText(editable, stored.get(editable.column))])
  return Object.fromEntries(texts)
}

/** Reads what somebody typed into a field. `country` is the record's, which completes phone numbers and knows its tax IDs. */
export function readField(editable: Editable, typed: FieldText, country: string | null): Read {
  const { kind, label, isRequired, words } = editable
  const text = kind === "long-text" ? cleanText(typed ?? "") : cleanLine(typed ?? "")
  if (text === "") return isRequired || kind === "yes-no" ? { problem: `${label} cannot be empty` } : { text: null, stored: null }
  if (words) return Object.hasOwn(words, text) ? same(text) : { problem: `Choose the ${label.toLowerCase()} from the list` }
  switch (kind) {
    case "email":
      return judged(emailProblem(text), () => canonicalEmail(text))
    case "phone":
      return judged(phoneProblem(text, country ?? undefined), () => normalisePhone(text, country ?? undefined))
    case "url":
      return judged(websiteProblem(text), () => normaliseWebsite(text))
    case "country":
      return judged(isCountryCode(text) ? null : "Choose the country or region from the list", () => text)
    case "day":
      return readDay(text)
    case "money":
      return readAmount(text)
    case "percent":
      return readPercent(text)
    case "yes-no":
      return text === "yes" || text === "no" ? { text, stored: text === "yes" } : { problem: "Choose Yes or No" }
    default:
      return readText(editable, text, country)
  }
}

const same = (text: string): Read => ({ text, stored: text })

const judged = (problem: string | null, normal: () => string): Read => (problem ? { problem } : same(normal()))

function tooLong({ label, kind }: Editable, text: string, max: number): Read {
  const fault = textProblem(text, { max, lines: kind === "long-text" })
  return fault ? { problem: `${label} ${fault}` } : same(text)
}

function readText(editable: Editable, text: string, country: string | null): Read {
  if (editable.isTaxId && country) return judged(taxIdProblem(country, text), () => normaliseTaxId(country, text))
  return tooLong(editable, text, editable.longest ?? 100)
}

function readDay(text: string): Read {
  const day = new Date(`${text}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text >= "1900"
  return isDay ? { text, stored: day } : { problem: "Enter a date, such as 2026-11-30" }
}

function readAmount(text: string): Read {
  const amount = Number(text.replace(/[,\s']/g, ""))
  if (!/^[\d,\s']+(\.\d{1,2})?$/.test(text) || !Number.isFinite(amount))
    return { problem: "Enter an amount in digits, such as 48000 or 48000.50" }
  return amount <= largestAmount ? { text: amount.toFixed(2), stored: amount } : { problem: "Enter an amount of at most 1,000,000,000,000" }
}

function readPercent(text: string): Read {
  const percent = Number(text.replace(/\s*%$/, ""))
  return Number.isInteger(percent) && percent >= 0 && percent <= 100
    ? { text: String(percent), stored: percent }
    : { problem: "Enter a whole number from 0 to 100" }
}
