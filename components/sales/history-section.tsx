import Link from "next/link"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import type { HistoryRow } from "@/lib/sales/history"
import { type HistoryKind, historyFields } from "@/lib/sales/history-fields"
import { shownText } from "./edit/shown-text"

type HistorySectionProps = { kind: HistoryKind; id: string; currency?: string; rows: readonly HistoryRow[] }

/** **History**: the newest changes of a record's fields, and the way to all of them. */
export function HistorySection({ kind, id, currency = "EUR", rows }: HistorySectionProps) {
  const href = `/sales/${kind === "opportunity" ? "opportunities" : `${kind}s`}/${id}/history`
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
            const field = historyFields[kind][row.field] ?? { label: row.field, kind: "text" }
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
