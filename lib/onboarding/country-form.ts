import { type AddressField, addressFieldsFor } from "@/lib/platform/address"
import { isCountryCode } from "@/lib/platform/countries"
import { taxIdHint } from "@/lib/platform/tax-id-forms"

/** What the form shows for a country: its address fields and what its tax ID looks like. `code` is "" before one is chosen. */
export type CountryForm = { code: string; fields: AddressField[]; taxHint: string }

export function countryForm(chosen: string): CountryForm {
  const code = isCountryCode(chosen) ? chosen : ""
  return { code, fields: addressFieldsFor(code), taxHint: taxIdHint(code) }
}
