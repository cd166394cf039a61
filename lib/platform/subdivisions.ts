import {
  AE,
  AR,
  AU,
  BR,
  CA,
  CL,
  CN,
  CO,
  type CountryData,
  CR,
  EG,
  ES,
  HN,
  ID,
  IE,
  IN,
  JP,
  MX,
  MY,
  NG,
  NI,
  PA,
  PE,
  SV,
  TH,
  TR,
  US,
  UY,
  VE,
} from "country-region-data"
import { countryName } from "@/lib/platform/countries"

export type Subdivision = { code: string; name: string }

// Named one by one so that a bundle carries these alone. Countries whose data holds something else than what stands in an address are left out.
const listed = new Map<string, CountryData>(
  [AE, AR, AU, BR, CA, CL, CN, CO, CR, EG, ES, HN, ID, IE, IN, JP, MX, MY, NG, NI, PA, PE, SV, TH, TR, US, UY, VE].map((country) => [
    country[1],
    country,
  ]),
)
const complete = new Set(["AE", "AU", "BR", "CA", "IN", "US"])

/** The states, provinces, prefectures … of a country, by name; none where we hold no list. */
export function subdivisionsOf(country: string): Subdivision[] {
  return (listed.get(country)?.[2] ?? []).map(([name, code]) => ({ code, name }))
}

/** A typed state or province in its usual spelling, by name or code; what is not in the list stays as it is. */
export function normaliseSubdivision(country: string, typed: string): string {
  const found = find(country, typed)
  if (!found) return typed
  return fold(found.code) === fold(typed) ? found.code : found.name
}

/** Refuses a state that a country with a complete list does not have. Names in another script than Latin are believed. */
export function subdivisionProblem(country: string, typed: string): string | null {
  if (!complete.has(country) || /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(typed)) return null
  return find(country, typed) ? null : `No state or province of that name (${countryName(country)}). Enter its name or its letters.`
}

function find(country: string, typed: string): Subdivision | undefined {
  const wanted = fold(typed)
  return subdivisionsOf(country).find(({ code, name }) => fold(name) === wanted || fold(code) === wanted)
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase()
}
