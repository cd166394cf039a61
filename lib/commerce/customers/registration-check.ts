import { stdnum } from "stdnum"
import { cleanLine } from "@/lib/platform/clean-text"
import { countryName } from "@/lib/platform/countries"
import { normaliseTaxId, taxIdProblem } from "@/lib/platform/tax-id"
import { taxIdForms } from "@/lib/platform/tax-id-forms"
import { type RegistrationType, registrationTypes } from "./rules"

/** A number as it is stored, and whether a check knows such numbers and passed it; or what is wrong with it. */
export type JudgedRegistration = { number: string; isChecked: boolean } | { problem: string }

/** The names by which stdnum knows the numbers of companies' registers; one of them has to pass. */
const registers: Readonly<Record<string, readonly string[]>> = {
  AT: ["businessid"],
  AU: ["acn", "abn"],
  BE: ["vat"],
  BR: ["cnpj"],
  CH: ["uid"],
  CZ: ["ico", "dic"],
  DK: ["cvr"],
  EE: ["registrikood"],
  ES: ["cif", "nif"],
  FI: ["ytunnus"],
  FR: ["siren", "siret"],
  NO: ["orgnr"],
  PL: ["regon"],
  PT: ["nif"],
  SE: ["orgnr"],
}

const separators = /[\s.\-/_·:]/gu
const compact = (typed: string) => typed.normalize("NFKC").toUpperCase().replace(separators, "")
const problem = (sentence: string): JudgedRegistration => ({ problem: sentence })
const longest = 40

/** Judges a registration number by its type and country; where no check exists only its length is looked at. */
export function judgeRegistration(type: RegistrationType, country: string | null, typed: string): JudgedRegistration {
  const line = cleanLine(typed)
  if (line === "") return problem("Enter the number")
  if (line.length > longest) return problem(`The number has ${line.length} characters. Use at most ${longest}.`)
  switch (type) {
    case "tax_id":
      return country ? taxId(country, line) : problem("Choose the country or region of the tax ID")
    case "company":
      return country ? company(country, line) : problem("Choose the country or region of the register")
    case "eori":
      return /^[A-Z]{2}[A-Z0-9]{1,15}$/.test(compact(line))
        ? { number: compact(line), isChecked: false }
        : problem("An EORI has two letters for the country and up to 15 letters and digits.")
    case "duns":
      return /^\d{9}$/.test(compact(line)) ? { number: compact(line), isChecked: false } : problem("A D-U-N-S number has 9 digits.")
    case "gln":
      return gln(compact(line))
    case "lei":
      return lei(compact(line))
    default:
      return { number: line, isChecked: false }
  }
}

function taxId(country: string, line: string): JudgedRegistration {
  const fault = taxIdProblem(country, line)
  return fault ? problem(fault) : { number: normaliseTaxId(country, line), isChecked: taxIdForms[country] !== undefined }
}

function company(country: string, line: string): JudgedRegistration {
  const checks = (registers[country] ?? []).flatMap((name) => stdnum[country]?.[name] ?? [])
  if (checks.length === 0) return { number: line, isChecked: false }
  const passed = checks.map((check) => check.validate(compact(line))).find(({ isValid }) => isValid)
  if (passed?.isValid) return { number: passed.compact, isChecked: true }
  return problem(`This is no ${registrationTypes.company.toLowerCase()} of ${countryName(country)}. Check it for a typing slip.`)
}

/** GS1's check digit: every second digit counts three times. */
function gln(digits: string): JudgedRegistration {
  if (!/^\d{13}$/.test(digits)) return problem("A GLN has 13 digits.")
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0 ? { number: digits, isChecked: true } : problem("The last digit does not fit. Check the GLN for a typing slip.")
}

/** ISO 17442: letters count from 10 on, and the whole leaves 1 when divided by 97. */
function lei(code: string): JudgedRegistration {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(code)) return problem("An LEI has 18 letters and digits, and 2 check digits.")
  const remainder = [...code].reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0)
  return remainder === 1 ? { number: code, isChecked: true } : problem("The check digits do not fit. Check the LEI for a typing slip.")
}
