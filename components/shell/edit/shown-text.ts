import { momentText } from "@/components/ui/time"
import { countryName } from "@/lib/platform/countries"
import type { FieldText } from "@/lib/platform/editable"
import type { FieldKind } from "@/lib/platform/fields"
import { moneyText } from "@/lib/platform/money-text"

type Shown = { kind: FieldKind; words?: Readonly<Record<string, string>> }

/** A stored value as people read it; null for nothing. */
export function shownText({ kind, words }: Shown, text: FieldText, currency: string): string | null {
  if (text === null || text === "") return null
  if (words) return words[text] ?? text
  if (kind === "country") return countryName(text)
  if (kind === "yes-no") return text === "yes" ? "Yes" : "No"
  if (kind === "day") return momentText(new Date(`${text}T00:00:00Z`), "day")
  if (kind === "money") return moneyText(Number(text), currency)
  return kind === "percent" ? `${text} %` : text
}
