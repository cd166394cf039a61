import { stdnum, type Validator } from "stdnum"
import { listed, type TaxIdForm, taxIdForms } from "./tax-id-forms"

export const taxIdMaxLength = 30

const separators = /[\s.\-/_'’·:]/gu
// Mexican numbers hold Ñ and &.
const compactForm = /^[\p{L}\d&]+$/u
const otherPrefixes: Record<string, string[]> = { GB: ["GB", "XI"], GR: ["GR"], JP: ["T"], NO: ["NO"], SE: ["SE"], RO: ["RO"] }
// Written with less or more than the check expects: a Hungarian local number goes on after its eighth digit, an old Belgian one lacks its zero.
const otherSpellings: Record<string, (bare: string) => string[]> = {
  AT: (bare) => [`U${bare}`],
  BE: (bare) => [`0${bare}`],
  CH: (bare) => [`CHE${bare}`],
  HU: (bare) => (bare.length === 11 ? [bare.slice(0, 8)] : []),
}
// Numbers of register and tax office, which never carry the country's letters.
const notForTrade = new Set(["DE.stnr", "EE.registrikood", "FR.siren", "FR.siret"])

/** What is wrong with a tax ID, as a sentence, or null. Where the country's rule is not known, only its length and signs are looked at. */
export function taxIdProblem(country: string, typed: string): string | null {
  const compact = compactTaxId(typed)
  if (!compactForm.test(compact) || !/\d/.test(compact)) return "Enter the tax ID with its letters and digits only"
  if (compact.length > taxIdMaxLength) return `The tax ID has ${compact.length} characters. Use at most ${taxIdMaxLength}.`
  const form = taxIdForms[country]
  if (!form) return compact.length < 3 ? "The tax ID is too short" : null
  return passing(country, form, compact) ? null : slip(form, withoutPrefix(country, form, compact))
}

/** The tax ID as it is stored and compared: capitals, no separators, in the EU with the country's letters in front ("pt 509.218.440" → "PT509218440"). */
export function normaliseTaxId(country: string, typed: string): string {
  const compact = compactTaxId(typed)
  const form = taxIdForms[country]
  return (form && passing(country, form, compact)) ?? compact
}

function passing(country: string, form: TaxIdForm, compact: string): string | null {
  const bare = withoutPrefix(country, form, compact)
  for (const name of form.checks) {
    const validator = stdnum[country]?.[name]
    const found = validator && firstValid(validator, [compact, bare, ...(otherSpellings[country]?.(bare) ?? [])])
    if (found) return form.prefix && !notForTrade.has(`${country}.${name}`) ? `${form.prefix}${found}` : found
  }
  return null
}

function firstValid(validator: Validator, spellings: string[]): string | null {
  for (const spelling of spellings) {
    const result = validator.validate(spelling)
    if (result.isValid) return result.compact
  }
  return null
}

function slip(form: TaxIdForm, bare: string): string {
  if (!form.digits) return `${form.one} has ${form.looks}. Check the tax ID for a typing slip.`
  if (/\D/.test(bare)) return `${form.one} has ${form.looks} and nothing else.`
  if (form.digits.includes(bare.length)) return `${form.slip ?? "The last digit does not fit"}. Check the tax ID for a typing slip.`
  return `The tax ID has ${bare.length} digits. ${form.one} has ${listed(form.digits)}.`
}

function withoutPrefix(country: string, form: TaxIdForm, compact: string): string {
  const prefix = [form.prefix, ...(otherPrefixes[country] ?? [])].find((letters) => letters && compact.startsWith(letters))
  return prefix ? compact.slice(prefix.length) : compact
}

function compactTaxId(typed: string): string {
  return typed.normalize("NFKC").toUpperCase().replace(separators, "")
}
