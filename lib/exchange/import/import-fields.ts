import { countryName, isCountryCode, listCountries } from "@/lib/platform/countries"
import { type Editable, fieldText, type Read, readField } from "@/lib/platform/editable"
import { fold } from "@/lib/platform/fold"
import { isRecordId } from "@/lib/platform/record-href"
import { budgetCodes, needCodes, processCodes, ratingCodes, sourceCodes, timeframeCodes } from "@/lib/sales/choice-codes"
import { leadEditables } from "@/lib/sales/leads/editables"
import { leadFields } from "@/lib/sales/leads/fields"

/** What a column of a file can mean: a field of a lead, or what finds the lead again. */
export const importFields = {
  id: { label: "Lead ID", kind: "text", column: "id" },
  version: { label: "Row version", kind: "text", column: "version" },
  fullName: { label: "Full name", kind: "text", column: "" },
  ...leadEditables,
  comments: { ...leadFields.comments, column: "comments", longest: 4000 },
  status: { ...leadFields.status, words: { new: "New", contacted: "Contacted" }, column: "statusReason" },
  currency: { label: "Currency", kind: "text", column: "currency", longest: 3 },
  owner: { ...leadFields.owner, column: "ownerId" },
} as const satisfies Readonly<Record<string, Editable>>

export type ImportField = keyof typeof importFields

export const isImportField = (name: unknown): name is ImportField => typeof name === "string" && Object.hasOwn(importFields, name)

const codes: Partial<Record<ImportField, Readonly<Record<string, number>>>> = {
  rating: ratingCodes,
  source: sourceCodes,
  budget: budgetCodes,
  need: needCodes,
  timeframe: timeframeCodes,
  process: processCodes,
  status: { new: 1, contacted: 2 },
}

const plain = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, "")

/** The values of a choice by how people and Dynamics write them: the code, the word, the number. */
const choices = new Map(
  Object.entries<Editable>(importFields).flatMap(([field, { words }]) => {
    if (!words) return []
    const numbers = Object.entries(isImportField(field) ? (codes[field] ?? {}) : {}).map(([value, code]) => [String(code), value] as const)
    const written = Object.entries(words).flatMap(([value, word]) => [[plain(value), value] as const, [plain(word), value] as const])
    return [[field, new Map([...numbers, ...written])] as const]
  }),
)

const countries = new Map(listCountries().flatMap(({ code, name }) => [[plain(name), code] as const, [plain(code), code] as const]))
const yes = new Set(["yes", "y", "true", "1", "ja", "oui", "si", "sim"])
const no = new Set(["no", "n", "false", "0", "nein", "non", "nao"])

function readDay(text: string): string {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (dotted) return `${dotted[3]}-${dotted[2]?.padStart(2, "0")}-${dotted[1]?.padStart(2, "0")}`
  return text.slice(0, 10)
}

/** A cell as the form would take it: choices by word or number, countries by name, days without their hour. */
function asTyped(field: ImportField, text: string): string {
  const { kind } = importFields[field]
  const choice = choices.get(field)?.get(plain(text))
  if (choice) return choice
  if (kind === "country") return isCountryCode(text) ? text : (countries.get(plain(text)) ?? text)
  if (kind === "day") return readDay(text)
  if (kind === "yes-no") return yes.has(plain(text)) ? "yes" : no.has(plain(text)) ? "no" : text
  return text
}

/** Reads a cell into what a lead stores, or says in a sentence what is wrong with it. */
export function readCell(field: ImportField, cell: string, country: string | null): Read {
  const editable: Editable = importFields[field]
  const text = cell.trim()
  if (field === "id")
    return isRecordId(text) ? { text: text.toLowerCase(), stored: text.toLowerCase() } : { problem: "This is not the ID of a lead" }
  if (field === "version") return /^\d{1,9}$/.test(text) ? { text, stored: Number(text) } : { problem: "The row version is a whole number" }
  if (field === "currency")
    return /^[A-Za-z]{3}$/.test(text)
      ? { text: text.toUpperCase(), stored: text.toUpperCase() }
      : { problem: "A currency has three letters, such as EUR" }
  const typed = asTyped(field, text)
  if (field === "status" && !Object.hasOwn(importFields.status.words, typed))
    return { problem: `An import brings leads that are New or Contacted, not “${text.slice(0, 40)}”` }
  if (editable.words && !Object.hasOwn(editable.words, typed))
    return { problem: `“${text.slice(0, 40)}” is no ${editable.label.toLowerCase()}. Use ${Object.values(editable.words).join(", ")}` }
  if (editable.kind === "country" && !isCountryCode(typed))
    return { problem: `“${text.slice(0, 40)}” is no country or region that we know` }
  const read = readField(editable, typed, country)
  if ("problem" in read || !(read.stored instanceof Date)) return read
  return { text: read.text, stored: read.text }
}

/** What is stored, as people read it. */
export function cellWord(field: ImportField, stored: unknown): string {
  const editable: Editable = importFields[field]
  const text = fieldText(editable, stored)
  if (text === null) return ""
  if (editable.kind === "country") return countryName(text)
  if (editable.kind === "yes-no") return text === "yes" ? "Yes" : "No"
  return editable.words?.[text] ?? text
}
