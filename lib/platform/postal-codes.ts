import { countryName } from "@/lib/platform/countries"

type PostalCode = { pattern: RegExp; joint: string; example: string; word?: string; optional?: boolean }

/** `groups` are patterns over letters and digits alone; `joint` stands between them in the usual spelling. */
function code(groups: string, joint: string, example: string, more: { word?: string; optional?: boolean } = {}): PostalCode {
  return { pattern: new RegExp(`^${groups}$`), joint, example, ...more }
}
const digits = (count: number, example: string, more?: { word?: string; optional?: boolean }) => code(`(\\d{${count}})`, "", example, more)
const optional = { optional: true }

// The word is the country's own for it, told in the hint; the pattern is the postal authority's.
const codes: Record<string, PostalCode> = {
  AT: digits(4, "1010", { word: "Postleitzahl" }),
  AU: digits(4, "2060", { word: "Postcode" }),
  BE: digits(4, "1000"),
  BG: digits(4, "1000"),
  BR: code("(\\d{5})(\\d{3})", "-", "01310-100", { word: "CEP" }),
  CA: code("([ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z])(\\d[ABCEGHJ-NPRSTV-Z]\\d)", " ", "K1A 0B1", { word: "Postal code" }),
  CH: digits(4, "8001", { word: "Postleitzahl, NPA" }),
  CL: code("(\\d{3})(\\d{4})", "", "8340457", optional),
  CN: digits(6, "100000"),
  CO: digits(6, "110111", optional),
  CR: digits(5, "10101", optional),
  CY: digits(4, "1010"),
  CZ: code("(\\d{3})(\\d{2})", " ", "110 00", { word: "PSČ" }),
  DE: digits(5, "10115", { word: "Postleitzahl" }),
  DK: digits(4, "1050"),
  DO: digits(5, "10101", optional),
  DZ: digits(5, "16000", optional),
  EC: digits(6, "170515", optional),
  EE: digits(5, "10111"),
  EG: digits(5, "11511", optional),
  ES: code("((?:0[1-9]|[1-4]\\d|5[0-2])\\d{3})", "", "28013", { word: "Código postal" }),
  FI: digits(5, "00100"),
  FR: digits(5, "75008", { word: "Code postal" }),
  GB: code(
    "(GIR|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRV-Y]))(0AA|\\d[ABD-HJLN-UW-Z]{2})",
    " ",
    "SW1A 1AA",
    { word: "Postcode" },
  ),
  GR: code("(\\d{3})(\\d{2})", " ", "105 57"),
  HR: digits(5, "10000"),
  HU: digits(4, "1051"),
  ID: digits(5, "10110", optional),
  IE: code("([AC-FHKNPRTV-Y]\\d[0-9W])([0-9AC-FHKNPRTV-Y]{4})", " ", "D02 X285", { word: "Eircode", optional: true }),
  IL: code("(\\d{5}|\\d{7})", "", "9436138", optional),
  IN: digits(6, "110001", { word: "PIN code" }),
  IS: digits(3, "101"),
  IT: digits(5, "00187", { word: "CAP" }),
  JP: code("(\\d{3})(\\d{4})", "-", "100-0001"),
  KE: digits(5, "00100", optional),
  KR: digits(5, "04524"),
  LI: digits(4, "9490", { word: "Postleitzahl" }),
  LT: digits(5, "01100"),
  LU: digits(4, "1728"),
  LV: digits(4, "1010"),
  MA: digits(5, "20000", optional),
  MC: code("(980\\d{2})", "", "98000"),
  MD: digits(4, "2001", optional),
  ME: digits(5, "81000", optional),
  MK: digits(4, "1000", optional),
  MT: code("([A-Z]{3})(\\d{4})", " ", "VLT 1117"),
  MX: digits(5, "06000", { word: "Código postal" }),
  MY: digits(5, "50480"),
  NG: digits(6, "100001", optional),
  NL: code("([1-9]\\d{3})([A-Z]{2})", " ", "1012 AB", { word: "Postcode" }),
  NO: digits(4, "0150"),
  NZ: digits(4, "6011", { word: "Postcode" }),
  PE: digits(5, "15001", optional),
  PH: digits(4, "1000"),
  PK: digits(5, "44000", optional),
  PL: code("(\\d{2})(\\d{3})", "-", "00-950"),
  PR: code("(00[679]\\d{2})(\\d{4})?", "-", "00901", { word: "ZIP code" }),
  PT: code("(\\d{4})(\\d{3})", "-", "2900-213"),
  PY: digits(4, "1209", optional),
  RO: digits(6, "010011"),
  RS: digits(5, "11000", optional),
  RU: digits(6, "101000"),
  SA: code("(\\d{5})(\\d{4})?", "-", "11564", optional),
  SE: code("(\\d{3})(\\d{2})", " ", "114 55"),
  SG: digits(6, "018956"),
  SI: digits(4, "1000"),
  SK: code("(\\d{3})(\\d{2})", " ", "811 01", { word: "PSČ" }),
  SM: code("(4789\\d)", "", "47890"),
  TH: digits(5, "10200"),
  TN: digits(4, "1000", optional),
  TR: digits(5, "34110"),
  TW: code("(\\d{3}(?:\\d{2,3})?)", "", "100"),
  UA: digits(5, "01001"),
  US: code("(\\d{5})(\\d{4})?", "-", "98052", { word: "ZIP code" }),
  UY: digits(5, "11000", optional),
  VN: code("(\\d{5,6})", "", "10000", optional),
  ZA: digits(4, "2000", optional),
}
const anyCode = /^[\p{L}\p{N}][\p{L}\p{N} \-/]{0,19}$/u
const countWords: Record<number, string> = { 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight" }

/** Whether an address of this country needs its postal code. */
export function needsPostalCode(country: string): boolean {
  const known = codes[country]
  return known !== undefined && known.optional !== true
}

/** How a postal code of this country looks, in the country's own word where it has one; undefined when we do not know. */
export function postalCodeHint(country: string): string | undefined {
  const known = codes[country]
  if (!known) return undefined
  const count = /\p{L}/u.test(known.example) ? undefined : countWords[known.example.replace(/\D/g, "").length]
  return `${known.word ?? (count ? `${count} digits` : "Letters and digits")}, for example ${known.example}.`
}

/** Whether it consists of digits, so that a keypad for numbers will do. */
export function isNumericPostalCode(country: string): boolean {
  const known = codes[country]
  return known !== undefined && !/\p{L}/u.test(known.example)
}

/** Refuses a code that no address of the country has; countries without a known pattern take anything that looks like a code. */
export function postalCodeProblem(country: string, value: string): string | null {
  const known = codes[country]
  if (known) return match(country, value) ? null : `Enter the ZIP/postal code as in ${known.example} (${countryName(country)})`
  return anyCode.test(value) ? null : "Enter the ZIP/postal code with letters and digits only"
}

/** The usual spelling: capitals, the country's own space or hyphen, no country prefix ("pt 2900213" → "2900-213"). */
export function normalisePostalCode(country: string, value: string): string {
  const found = match(country, value)
  if (!found) return value.toUpperCase()
  return found
    .slice(1)
    .filter((group) => group !== undefined)
    .join(codes[country]?.joint)
}

function match(country: string, value: string): RegExpExecArray | null {
  const known = codes[country]
  if (!known) return null
  const compact = value
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
  const prefix = [country, country.slice(0, 1)].find((letters) => compact.startsWith(letters))
  return known.pattern.exec(compact) ?? (prefix ? known.pattern.exec(compact.slice(prefix.length)) : null)
}
