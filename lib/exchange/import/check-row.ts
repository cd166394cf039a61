import type { Editable, FieldText } from "@/lib/platform/editable"
import { fieldText } from "@/lib/platform/editable"
import { fold } from "@/lib/platform/fold"
import { nameKey } from "@/lib/sales/match-keys"
import type { MatchFacts } from "@/lib/sales/matching/match-keys"
import type { Mapping } from "./guess-mapping"
import { type ImportField, importFields, readCell } from "./import-fields"
import type { Policy } from "./policy"

export type Owner = { id: string; name: string }

/** A row as the file says it: values by column of the lead, what cannot be read, and by what its lead is found. */
export type ReadRow = {
  values: Record<string, unknown>
  errors: Record<string, string>
  key: string | null
  id: string | null
  version: number | null
}

/** People by id, email or name, folded. */
export type People = ReadonlyMap<string, Owner>

/** Splits a name where its last word begins. */
function nameParts(full: string): { firstName: string; lastName: string } {
  const words = full.trim().split(/\s+/)
  return { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) ?? "" }
}

/** Reads the cells of a row by their mapping. Nothing is looked up but people, who come along. */
export function readRow(cells: readonly string[], mapping: Mapping, policy: Policy, people: People): ReadRow {
  const row: ReadRow = { values: {}, errors: {}, key: null, id: null, version: null }
  const countryCell = cells[mapping.indexOf("country")]?.trim()
  const country = countryCell ? readCell("country", countryCell, null) : null
  const countryCode = country && "text" in country ? country.text : null
  for (const [place, field] of mapping.entries()) {
    if (field) readInto(row, field, cells[place]?.trim() ?? "", countryCode, policy, people)
  }
  row.key = keyOf(row, policy)
  return row
}

function readInto(row: ReadRow, field: ImportField, cell: string, country: string | null, policy: Policy, people: People): void {
  const { values, errors } = row
  if (field === "fullName") {
    if (cell !== "") for (const [part, text] of Object.entries(nameParts(cell))) if (!values[part]) values[part] = text
    return
  }
  if (field === "owner") {
    readOwner(row, cell, policy, people)
    return
  }
  const editable: Editable = importFields[field]
  if (cell === "") {
    const isFixed = editable.isRequired || editable.kind === "yes-no" || ["id", "version", "status", "currency"].includes(field)
    if (policy.empty === "clear" && !isFixed) values[editable.column] = field === "firstName" ? "" : null
    return
  }
  const read = readCell(field, cell, country)
  if ("problem" in read) errors[field] = read.problem
  else if (field === "id") row.id = read.text
  else if (field === "version") row.version = Number(read.text)
  else values[editable.column] = read.stored
}

function readOwner({ values, errors }: ReadRow, cell: string, policy: Policy, people: People): void {
  if (cell === "") {
    if (policy.empty === "clear") Object.assign(values, { ownerId: null, ownerName: null })
    return
  }
  const owner = people.get(fold(cell))
  if (owner) Object.assign(values, { ownerId: owner.id, ownerName: owner.name })
  else errors.owner = `Nobody who works in Sales is called “${cell.slice(0, 60)}”`
}

const text = (value: unknown): string => (typeof value === "string" ? value : "")

/** What two rows, or a row and a lead, share when they mean the same lead; null where a row has nothing to be found by. */
export function keyOf({ values, id }: Pick<ReadRow, "values" | "id">, { matchBy }: Pick<Policy, "matchBy">): string | null {
  if (matchBy === "id") return id
  if (matchBy === "email") return text(values.email) || null
  if (matchBy === "taxId") return text(values.taxId) || null
  if (matchBy === "alike") return values.companyName || values.email ? JSON.stringify(factsOf(values)) : null
  if (matchBy === "company" && values.companyName) return `${nameKey(text(values.companyName))}\n${text(values.country)}`
  return null
}

/** What a row is compared by, always in the same order: two rows that say the same have the same text. */
function factsOf(values: Record<string, unknown>): MatchFacts {
  const told = (column: string) => text(values[column]).trim() || null
  return {
    companyName: told("companyName"),
    firstName: told("firstName"),
    lastName: told("lastName"),
    email: told("email"),
    phone: told("phone"),
    website: told("website"),
    taxId: told("taxId"),
    country: told("country"),
    street: told("street"),
    postalCode: told("postalCode"),
  }
}

/** What a row would change of its lead: new values and old ones, by column, as JSON takes them. */
export function differences(values: Record<string, unknown>, lead: ReadonlyMap<string, unknown>) {
  const [data, before]: Record<string, unknown>[] = [{}, {}]
  for (const editable of Object.values<Editable>(importFields)) {
    const { column } = editable
    // A status is a move of its own, and money keeps the currency that it was counted in.
    if (!(column in values) || column === "statusReason" || column === "currency") continue
    const [now, then] = [normal(editable, values[column]), normal(editable, lead.get(column))]
    if (now === then) continue
    Object.assign(data ?? {}, { [column]: values[column] })
    Object.assign(before ?? {}, { [column]: then })
    if (column === "ownerId") {
      Object.assign(data ?? {}, { ownerName: values.ownerName })
      Object.assign(before ?? {}, { ownerName: lead.get("ownerName") ?? null })
    }
  }
  return { data: data ?? {}, before: before ?? {} }
}

/** A stored value as JSON keeps it, so that old and new compare. */
export function normal(editable: Editable, stored: unknown): FieldText | boolean {
  const value = fieldText(editable, stored)
  if (editable.kind === "yes-no") return value === "yes"
  return editable.column === "firstName" ? (value ?? "") : value
}
