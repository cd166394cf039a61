import { countryName } from "@/lib/platform/countries"
import { leadFields } from "../leads/fields"
import type { Names } from "./rule"

/** What the sentences of rules need to name things, with the people that they name. */
export const namesOf = (people: Readonly<Record<string, string>>): Names => ({ fields: leadFields, people, countryName })
