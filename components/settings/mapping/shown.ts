import { momentText } from "@/components/ui/time"
import { countryName } from "@/lib/platform/countries"
import type { Editable, FieldText } from "@/lib/platform/editable"

/** A mapped value as people read it; null for nothing. */
export function shown({ kind, words }: Pick<Editable, "kind" | "words">, text: FieldText): string | null {
  if (text === null || text === "") return null
  if (words) return words[text] ?? text
  if (kind === "country") return countryName(text)
  if (kind === "yes-no") return text === "yes" ? "Yes" : "No"
  if (kind === "day") return momentText(new Date(`${text}T00:00:00Z`), "day")
  return text
}
