import { type CustomerField, type CustomerSection, customerFields, customerSections } from "../customers/fields"
import { overridableKeys, overridableSections } from "../side-by-side/compared"

/** What the members of a hierarchy must share with its Admin: as Settings say, or sections of its own. */
export type DriftPolicy = { followsDefault: boolean; sections: readonly string[] }

/** The sections that a policy can name: those that Override can make the same again. */
export const driftSections = overridableSections

/** The sections that hold for a hierarchy, in the order of the record; what is no section any more is passed over. */
export const sectionsInForce = ({ followsDefault, sections }: DriftPolicy, usual: readonly string[]): CustomerSection[] => {
  const named = followsDefault ? usual : sections
  return driftSections.filter((section) => named.includes(section))
}

/** The fields that must be the same in some sections. */
export const fieldsInForce = (sections: readonly CustomerSection[]): CustomerField[] =>
  overridableKeys.filter((key) => sections.includes(customerFields[key].section))

/** Sections in words: "Pricing", "General and Pricing". */
export function sectionWords(sections: readonly CustomerSection[]): string {
  const words = sections.map((section) => customerSections[section])
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}

/** What somebody is told of members that differ. */
export const driftWords = (members: number, sections: readonly CustomerSection[]): string =>
  `${members === 1 ? "1 member differs" : `${members} members differ`} from the Admin in ${sectionWords(sections)}`
