import { type Permission, whoMay } from "./permissions"

/** Words with commas, the last after "or". */
export const eitherOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`

const article = (word: string) => (/^[AEIOU]/.test(word) ? "An" : "A")

/** Who can, as a sentence for whoever cannot: "A Sales manager or Administrator can." */
export function whoCan(permission: Permission): string {
  const roles = whoMay(permission)
  return `${article(roles[0] ?? "")} ${eitherOf(roles)} can.`
}
