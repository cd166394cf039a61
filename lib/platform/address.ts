import { formatAddress as formatLocalized } from "localized-address-format"
import { countryName } from "@/lib/platform/countries"
import { isNumericPostalCode, needsPostalCode, postalCodeHint } from "./postal-codes"
import { type Subdivision, subdivisionsOf } from "./subdivisions"

export type AddressFieldName = "street" | "street2" | "city" | "stateProvince" | "postalCode"
export type AddressField = {
  name: AddressFieldName
  label: string
  required: boolean
  hint?: string
  options?: Subdivision[]
  /** How wide its answers are. */
  width: "full" | "name" | "code"
  autocomplete: string
  inputMode: "text" | "numeric"
}
export type Address = {
  country: string
  street: string
  street2?: string | null
  city: string
  stateProvince?: string | null
  postalCode?: string | null
}

const cityStates = new Set(["GI", "MO", "SG"])
// Their formats name a county that nobody writes on an envelope.
const withoutState = new Set(["EE", "LT", "LV"])
const needsState = new Set(["AE", "AU", "BR", "CA", "CN", "IN", "IT", "JP", "MX", "US"])
const stateHints: Record<string, string> = {
  AE: "Emirate, for example Dubai.",
  AU: "State or territory, for example NSW.",
  BR: "State, for example SP.",
  CA: "Province or territory, for example ON.",
  CN: "Province, for example Guangdong.",
  CO: "Department, for example Antioquia.",
  ES: "Province, for example Valencia.",
  IE: "County, for example Cork.",
  IN: "State or union territory, for example Kerala.",
  IT: "Province, two letters, for example MI.",
  JM: "Parish, for example Kingston.",
  JP: "Prefecture, for example Osaka.",
  MX: "State, for example Jalisco.",
  RO: "County (județ), for example Cluj.",
  TR: "Province (il), for example Bursa.",
  US: "State, for example WA.",
}
const plain = {
  street: { label: "Street", required: true, width: "full", autocomplete: "address-line1", inputMode: "text" },
  street2: { label: "Street 2", required: false, width: "full", autocomplete: "address-line2", inputMode: "text" },
  city: { label: "City", required: true, width: "name", autocomplete: "address-level2", inputMode: "text" },
  stateProvince: { label: "State/province", required: false, width: "name", autocomplete: "address-level1", inputMode: "text" },
  postalCode: { label: "ZIP/postal code", required: false, width: "code", autocomplete: "postal-code", inputMode: "text" },
} as const satisfies Record<AddressFieldName, Omit<AddressField, "name">>

/**
 * The address fields of a country in the order of its addresses; a field that it does not use is absent. Labels are the same everywhere,
 * the country's own word stands in the hint. Before a country is chosen ("") all five, the last two optional.
 */
export function addressFieldsFor(country: string): AddressField[] {
  return fieldOrder(country).map((name) => {
    const field: AddressField = { name, ...plain[name] }
    if (name === "stateProvince") {
      const options = subdivisionsOf(country)
      return {
        ...field,
        required: needsState.has(country),
        ...defined({ hint: stateHints[country], options: options.length > 0 ? options : undefined }),
      }
    }
    if (name === "postalCode") {
      const inputMode = isNumericPostalCode(country) ? "numeric" : "text"
      return { ...field, required: needsPostalCode(country), inputMode, ...defined({ hint: postalCodeHint(country) }) }
    }
    return field
  })
}

/** An address as lines in the order of its country, the country's English name last. */
export function formatAddress({ country, street, street2, city, stateProvince, postalCode }: Address): string[] {
  const cityStandsInFormat = formatOrder(country).includes("city")
  const lines = formatLocalized(
    {
      postalCountry: country,
      addressLines: [street, street2, cityStandsInFormat || cityStates.has(country) ? "" : city].filter(isFilled),
      locality: city,
      administrativeArea: stateProvince ?? "",
      postalCode: postalCode ?? "",
    },
    "latin",
  )
  return [...lines, countryName(country)]
}

function fieldOrder(country: string): AddressFieldName[] {
  if (country === "") return ["street", "street2", "city", "stateProvince", "postalCode"]
  const order = formatOrder(country).filter((name) => name !== "stateProvince" || !withoutState.has(country))
  if (!order.includes("city") && !cityStates.has(country)) order.splice(order.indexOf("street2") + 1, 0, "city")
  return order
}

/** Reads a country's order off a formatted address whose parts are the names of the fields. */
function formatOrder(country: string): AddressFieldName[] {
  const marked = formatLocalized(
    {
      postalCountry: country,
      addressLines: ["<street>", "<street2>"],
      locality: "<city>",
      administrativeArea: "<stateProvince>",
      postalCode: "<postalCode>",
    },
    "latin",
  ).join()
  const names: AddressFieldName[] = ["street", "street2", "city", "stateProvince", "postalCode"]
  const place = (name: AddressFieldName) => marked.indexOf(`<${name}>`)
  return names.filter((name) => place(name) >= 0).sort((a, b) => place(a) - place(b))
}

function isFilled(line: string | null | undefined): line is string {
  return line !== undefined && line !== null && line !== ""
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}
