/** The greatest limit, in minor units; all sums of such stay exact as numbers. */
export const greatestLimit = 1_000_000_000_000_000
/** The greatest amount of one order or posting, in minor units. */
export const greatestAmount = 1_000_000_000_000

/** The currencies that a limit can be in, by ISO 4217. */
export const currencies: readonly string[] = Intl.supportedValuesOf("currency")

/** How many digits the minor unit of a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2

const written = /^\d{1,3}(?:[ ,']?\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/

/** What was typed as an amount ("12,500.50"), in minor units; null where it is none, or has more digits than the currency. */
export function minorUnits(typed: string, currency: string): number | null {
  const text = typed.trim()
  if (!written.test(text)) return null
  const [whole = "", fraction = ""] = text.replace(/[ ,']/g, "").split(".")
  const digits = minorDigits(currency)
  if (fraction.length > digits || whole.length > 16) return null
  const minor = Number(`${whole}${fraction.padEnd(digits, "0")}`)
  return Number.isSafeInteger(minor) && minor <= greatestLimit ? minor : null
}

/** An amount as one types it: "12500.50", without needless digits. */
export function typedAmount(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, "0")
  const [whole, fraction] = [text.slice(0, text.length - digits), text.slice(text.length - digits)]
  return `${minor < 0 ? "-" : ""}${whole}${/[1-9]/.test(fraction) ? `.${fraction}` : ""}`
}

/** An amount for people, exact, with its currency: "€ 12,500.50", "€ 12,500". */
export const amountText = (minor: number, currency: string): string => amountOf(minor, currency, 0)

/** An amount in a column of such, with every digit, so that the points stand below each other: "€ 12,500.00". */
export const amountInColumn = (minor: number, currency: string): string => amountOf(minor, currency, minorDigits(currency))

function amountOf(minor: number, currency: string, digits: number): string {
  const sign = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value
  const [whole = "0", needed = ""] = typedAmount(Math.abs(minor), currency).split(".")
  const fraction = needed.padEnd(digits, "0")
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  return `${minor < 0 ? "−" : ""}${sign ?? currency} ${grouped}${fraction ? `.${fraction}` : ""}`
}
