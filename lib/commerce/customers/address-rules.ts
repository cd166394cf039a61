import { addressFieldsFor, formatAddress } from "@/lib/platform/address"
import { cleanLine, textProblem } from "@/lib/platform/clean-text"
import { countryName, isCountryCode } from "@/lib/platform/countries"
import type { FieldErrors } from "@/lib/platform/errors"
import type { Address } from "@/lib/platform/party"
import { normalisePostalCode, postalCodeProblem } from "@/lib/platform/postal-codes"
import { normaliseSubdivision, subdivisionProblem } from "@/lib/platform/subdivisions"

type Typed = Record<keyof Address, string>
/** A whole address: one that a letter would reach. */
export type WholeAddress = Address & { country: string; street: string; city: string }

const longest: Record<keyof Address, number> = { country: 2, street: 250, street2: 250, city: 80, stateProvince: 80, postalCode: 20 }

/** An address as it is stored, by the form of its country; or what is wrong with it, by field. */
export function judgeAddress(typed: Typed): { address: WholeAddress } | { problems: FieldErrors } {
  const country = typed.country.trim()
  if (!isCountryCode(country)) return { problems: { country: "Choose the country or region" } }
  const fields = addressFieldsFor(country)
  const text = (name: keyof Address) => (fields.some((field) => field.name === name) ? cleanLine(typed[name]) : "")
  const problems: FieldErrors = {}
  for (const { name, label, required } of fields) {
    const fault = textProblem(text(name), { max: longest[name] })
    if (text(name) === "" && required) problems[name] = `Enter the ${label.toLowerCase()}`
    else if (text(name) !== "" && fault) problems[name] = `The ${label.toLowerCase()} ${fault}`
  }
  const [state, postalCode] = [text("stateProvince"), text("postalCode")]
  const stateFault = state && !problems.stateProvince && subdivisionProblem(country, state)
  const codeFault = postalCode && !problems.postalCode && postalCodeProblem(country, postalCode)
  if (stateFault) problems.stateProvince = stateFault
  if (codeFault) problems.postalCode = codeFault
  if (Object.keys(problems).length > 0) return { problems }
  const address = {
    country,
    street: text("street"),
    street2: text("street2") || null,
    city: text("city") || countryName(country),
    stateProvince: state ? normaliseSubdivision(country, state) : null,
    postalCode: postalCode ? normalisePostalCode(country, postalCode) : null,
  }
  return { address }
}

/** An address in one line, for history and lists. */
export const addressLine = (address: WholeAddress): string => formatAddress(address).join(", ")
