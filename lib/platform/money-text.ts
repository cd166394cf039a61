/** An amount with its currency, without cents when there are none: "€ 48,000", "−€ 12.50". Null reads as null. */
export function moneyText(amount: number, currency: string): string
export function moneyText(amount: number | null, currency: string): string | null
export function moneyText(amount: number | null, currency: string): string | null {
  if (amount === null) return null
  if (amount < 0) return `−${moneyText(-amount, currency)}`
  const digits = Number.isInteger(amount) ? 0 : 2
  const sign = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value
  return `${sign ?? currency} ${new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount)}`
}
