import { isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString, validatePhoneNumberLength } from "libphonenumber-js/min"

const written = /^\+?[\d\s().\-/]+$/
const extension = /\s*(?:;\s*ext\s*=|,?\s*ext(?:ension|n)?[.:]?|,?\s*x\.?|#)\s*(\d{1,7})$/i
const storedExtension = ";ext="

/** What is wrong with a phone number, as a sentence that says what to do, or null. `country` completes a number without country code. */
export function phoneProblem(typed: string, country?: string): string | null {
  const [number, ext] = splitExtension(typed)
  if (ext === null && /ext|#/i.test(number)) return "The extension has at most 7 digits"
  if (!written.test(number)) return "Enter the phone number with digits, spaces and + only"
  const digits = number.replace(/\D/g, "").length
  if (digits > 17) return `The phone number has ${digits} digits. The longest have 15.`
  const parsed = parse(typed, country)
  if (!parsed) return number.trim().startsWith("+") || country ? notANumber(digits) : "Start the phone number with + and the country code"
  const total = parsed.number.length - 1
  if (total < 7) return `The phone number has ${digits} digits. That is too few.`
  return total > 15 || validatePhoneNumberLength(parsed.number) === "TOO_LONG"
    ? `The phone number has ${digits} digits. That is too many.`
    : null
}

/** The number as it is stored: E.164, with ";ext=9" when there is an extension. Call it only where {@link phoneProblem} is null. */
export function normalisePhone(typed: string, country?: string): string {
  const parsed = parse(typed, country)
  if (!parsed) return typed.trim()
  return parsed.ext ? `${parsed.number}${storedExtension}${parsed.ext}` : parsed.number
}

/** A stored number as people read it: "+351 265 548 210", "+1 425 555 0100 ext. 9". */
export function formatPhone(stored: string): string {
  return parsePhoneNumberFromString(stored)?.formatInternational() ?? stored
}

function parse(typed: string, country?: string): PhoneNumber | undefined {
  const [number, ext] = splitExtension(typed)
  const defaultCountry = country && isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(number.trim().replace(/^00(?=\d)/, "+"), { defaultCountry, extract: false })
  if (parsed && ext) parsed.setExt(ext)
  return parsed
}

function splitExtension(typed: string): [string, string | null] {
  const found = extension.exec(typed)
  return found ? [typed.slice(0, found.index), found[1] ?? null] : [typed, null]
}

function notANumber(digits: number): string {
  return digits < 7
    ? `The phone number has ${digits} digits. That is too few.`
    : "The phone number is not one that we can call. Check its country code."
}
