import { shownText } from "@/components/shell/edit/shown-text"
import type { FieldTexts, MergeField, MergeKind } from "@/lib/sync/merge-fields"
import { isEqual, mergeFields } from "@/lib/sync/merge-fields"
import type { ComparedSide, MergePreview } from "@/lib/sync/merge-preview"

export type Which = "a" | "b"
export type MergeRowView = { key: string; label: string; a: string | null; b: string | null; isSame: boolean; keeps: Which | null }
export type MergeView = { kind: MergeKind; a: ComparedSide; b: ComparedSide; rows: MergeRowView[] }

/** A field as people read it, its parts in one line. */
export function wordsOf({ parts }: MergeField, texts: FieldTexts, currency: string): string | null {
  const shown = Object.entries(parts).flatMap(([key, editable]) => shownText(editable, texts[key] ?? null, currency) ?? [])
  return shown.length > 0 ? shown.join("firstName" in parts ? " " : ", ") : null
}

/** Two records as the merge page shows them. */
export function mergeView({ kind, a, b, fields }: MergePreview): MergeView {
  const known = mergeFields(kind, a, b)
  return {
    kind,
    a,
    b,
    rows: fields.flatMap(({ key, label, keeps, ...texts }) => {
      const field = known.find((one) => one.key === key)
      if (!field) return []
      const [one, other] = [wordsOf(field, texts.a, a.currency), wordsOf(field, texts.b, b.currency)]
      return one === null && other === null ? [] : [{ key, label, a: one, b: other, isSame: isEqual(texts.a, texts.b), keeps }]
    }),
  }
}
