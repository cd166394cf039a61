import { addressFieldsFor } from "@/lib/platform/address"
import { countryName, isCountryCode } from "@/lib/platform/countries"
import type { FieldText } from "@/lib/platform/editable"
import { AppError, type FieldErrors } from "@/lib/platform/errors"
import { normalisePostalCode, postalCodeProblem } from "@/lib/platform/postal-codes"
import { normaliseSubdivision, subdivisionProblem } from "@/lib/platform/subdivisions"
import { judgeAddress } from "./address-rules"

const lines = { street: "street", street2: "second line", city: "city", stateProvince: "state/province", postalCode: "ZIP/postal code" }
type Line = keyof typeof lines
const keys = Object.keys(lines) as Line[]
type Texts = Partial<Record<string, FieldText>>

const textOf = (texts: Texts, key: string) => (texts[key] ?? "").trim()

function insistOnNone(problems: FieldErrors): void {
  const [problem] = Object.values(problems)
  if (problem) throw new AppError("invalid", problem, { fields: problems })
}

/** The business address of a new customer as it is stored: none, a country alone, or a whole one by the form of its country. */
export function judgeNewAddress(typed: Texts): Record<string, string> {
  if (!keys.some((key) => textOf(typed, key))) return {}
  const given = (key: Line | "country") => textOf(typed, key)
  const [street, street2, city] = [given("street"), given("street2"), given("city")]
  const judged = judgeAddress({
    ...{ country: given("country"), street, street2, city },
    ...{ stateProvince: given("stateProvince"), postalCode: given("postalCode") },
  })
  if ("problems" in judged) insistOnNone(judged.problems)
  const address: Texts = "address" in judged ? { ...judged.address } : {}
  return Object.fromEntries(["country", ...keys].map((key) => [key, address[key] ?? ""]))
}

/**
 * What an edit makes of a business address, by the form of its country: lines are written as the country writes them, and what it cannot have is
 * refused. An address that Sales knows in part may stay so; what its country asks for is not taken away.
 */
export function judgeAddressEdit(stood: Texts, changes: Readonly<Record<string, FieldText>>): Record<string, FieldText> {
  const isOf = (key: string) => Object.hasOwn(changes, key)
  if (!["country", ...keys].some(isOf)) return { ...changes }
  const next: Texts = { ...stood, ...changes }
  const country = textOf(next, "country")
  if (!isCountryCode(country)) {
    if (textOf(stood, "country") && keys.some((key) => textOf(next, key)))
      insistOnNone({ country: "Choose the country or region: the other lines are written by its form" })
    return { ...changes }
  }
  const isMoved = country !== textOf(stood, "country")
  const judged: Record<string, FieldText> = { ...changes }
  const problems: FieldErrors = {}
  for (const key of keys.filter((key) => isMoved || isOf(key))) {
    const text = textOf(next, key)
    const fault = text ? faultOf(country, key, text) : isAsked(country, key) && textOf(stood, key) ? `Enter the ${lines[key]}` : null
    if (fault && isOf(key)) problems[key] = fault
    else if (fault)
      problems.country = `The ${lines[key]} ${text} does not fit ${countryName(country)}. Change the address as a whole, on the record`
    else if (isOf(key)) judged[key] = written(country, key, text) || null
  }
  insistOnNone(problems)
  return judged
}

const fieldOf = (country: string, key: Line) => addressFieldsFor(country).find(({ name }) => name === key)
const isAsked = (country: string, key: Line): boolean => fieldOf(country, key)?.required ?? false

function faultOf(country: string, key: Line, text: string): string | null {
  if (!fieldOf(country, key)) return `Addresses in ${countryName(country)} have no ${lines[key]}. Leave it empty`
  if (key === "stateProvince") return subdivisionProblem(country, text)
  return key === "postalCode" ? postalCodeProblem(country, text) : null
}

function written(country: string, key: Line, text: string): string {
  if (!text) return text
  if (key === "stateProvince") return normaliseSubdivision(country, text)
  return key === "postalCode" ? normalisePostalCode(country, text) : text
}
