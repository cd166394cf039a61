import { countryName } from "@/lib/platform/countries"
import { leadSubject } from "./lead-subject"
import type { Names, RuleSubject } from "./rule"

/** What the sentences of rules need to name things, with the people that they name. */
export const namesOf = (people: Readonly<Record<string, string>>, { fields }: Pick<RuleSubject, "fields"> = leadSubject): Names => ({
  fields,
  people,
  countryName,
})
