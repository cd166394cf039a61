import { capital } from "@/lib/platform/first-letter"
import { type Permission, whoMay } from "./permissions"

/** So many people are named; more are a role. */
export const namedPeople = 3

/** Words with commas, the last after "or". */
export const eitherOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`

/** Who may do one of these, inside of a sentence: "a Sales manager or Administrator". */
export function thoseWhoMay(...permissions: Permission[]): string {
  const roles = [...new Set(permissions.flatMap(whoMay))]
  return `${/^[AEIOU]/.test(roles[0] ?? "") ? "an" : "a"} ${eitherOf(roles)}`
}

/** Who can, as a sentence for whoever cannot: "A Sales manager or Administrator can: Priya Raman or Ada King." */
export function whoCan(permission: Permission, people: readonly string[] = []): string {
  const roles = thoseWhoMay(permission)
  return `${capital(roles)} can${people.length > 0 ? `: ${eitherOf(people)}` : ""}.`
}
