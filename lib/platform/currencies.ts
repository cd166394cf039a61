const codes = "AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF INR ISK JPY KRW MXN NOK NZD PLN RON SAR SEK SGD THB TRY UAH USD ZAR".split(
  " ",
)
const names = new Intl.DisplayNames("en", { type: "currency" })

/** The currencies that business is done in, by their codes. */
export const currencies: Readonly<Record<string, string>> = Object.fromEntries(
  codes.map((code): [string, string] => [code, `${code}, ${names.of(code) ?? code}`]),
)
