import { type WrittenLanguage, writtenLanguages } from "@/lib/platform/written-languages"

/** The languages in which a storefront can write. */
export const storeLanguages = writtenLanguages

export type StoreLanguage = WrittenLanguage

/** The language of a storefront that a reader likes best, by what their browser says (`Accept-Language`); its default where it has none of theirs. */
export function likedLanguage(
  accepted: string | null,
  { languages, defaultLanguage }: { languages: readonly string[]; defaultLanguage: string },
) {
  const liked = (accepted ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", weight = ""] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/)
      return { code: tag.split("-")[0] ?? "", weight: weight === "" ? 1 : Number(weight) || 0 }
    })
    .filter(({ code, weight }) => weight > 0 && languages.includes(code))
    .sort((one, other) => other.weight - one.weight)
  return liked[0]?.code ?? defaultLanguage
}
