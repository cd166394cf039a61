import Link from "next/link"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import type { HistoryField, HistoryRow } from "@/lib/platform/history"
import { shownText } from "./edit/shown-text"

type HistorySectionProps = {
  fields: Readonly<Record<string, HistoryField>>
  /** The page of its whole history. */
  href: string
  currency?: string
  rows: readonly HistoryRow[]
}

/** **History**: the newest changes of a record's fields, and the way to all of them. */
export function HistorySection({ fields, href, currency = "EUR", rows }: HistorySectionProps) {
  return (
    <Section
      title="History"
      aside={
        rows.length > 0 && (
          <Link className="link" prefetch={false} href={href}>
            Show all
          </Link>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="text-ink-3">No field was changed yet.</p>
      ) : (
        <ul className="grid gap-2.5">
          {rows.map((row) => {
            const field = fields[row.field] ?? { label: row.field, kind: "text" }
            return (
              <li key={row.id} className="wrap-anywhere">
                <Link className="font-medium hover:underline" prefetch={false} href={`${href}?field=${row.field}`}>
                  {field.label}
                </Link>
                <span className="block text-ink-2">
                  <span className="text-ink-3">{shownText(field, row.from, currency) ?? "Empty"}</span> →{" "}
                  {shownText(field, row.to, currency) ?? "Empty"}
                </span>
                <span className="block text-12 text-ink-3">
                  {row.actorName}, <Moment at={row.at} />
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
