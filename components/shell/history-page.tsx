import { History } from "lucide-react"
import Link from "next/link"
import { PlainTable } from "@/components/shell/plain-table"
import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { Field } from "@/components/ui/field"
import { RecordHeader } from "@/components/ui/record-header"
import { Select } from "@/components/ui/select"
import { Moment } from "@/components/ui/time"
import type { HistoryField, HistoryPage as Page } from "@/lib/platform/history"
import { shownText } from "./edit/shown-text"

type HistoryPageProps = {
  fields: Readonly<Record<string, HistoryField>>
  record: { name: string; href: string; currency: string }
  list: { label: string; href: string }
  field: string | null
  page: Page
}

const columns = [
  { key: "field", label: "Field", width: 180 },
  { key: "from", label: "From", phone: "second" },
  { key: "to", label: "To", phone: "end" },
  { key: "who", label: "Who", width: 180, phone: "top" },
  { key: "at", label: "When", width: 140, hideBelow: "m" },
] as const

/** Every change of a record's fields, or of one of them, newest first. */
export function HistoryPage({ fields, record, list, field, page }: HistoryPageProps) {
  const href = `${record.href}/history`
  const more = new URLSearchParams({ ...(field ? { field } : {}), ...(page.next ? { after: page.next } : {}) })
  return (
    <>
      <RecordHeader crumbs={[list, { label: record.name, href: record.href }]} title={`History of ${record.name}`} />
      <form className="flex flex-wrap items-end gap-2 border-t border-line px-6 py-3 max-m:px-4" action={href}>
        <Field label="Field" className="min-w-[220px]">
          {(control) => (
            <Select
              {...control}
              name="field"
              defaultValue={field ?? ""}
              placeholder="All fields"
              options={Object.entries(fields).map(([value, { label }]) => ({ value, label }))}
            />
          )}
        </Field>
        <Button type="submit">Show</Button>
        {field && (
          <Link href={href} prefetch={false} className="btn btn-ghost">
            All fields
          </Link>
        )}
      </form>
      <PlainTable
        label="Changes"
        columns={columns}
        loose
        rows={page.rows.map((row) => {
          const known = fields[row.field] ?? { label: row.field, kind: "text" as const }
          const value = (text: string | null) => shownText(known, text, record.currency) ?? "Empty"
          return {
            id: row.id,
            cells: {
              field: known.label,
              from: value(row.from),
              to: value(row.to),
              who: (
                <>
                  {row.actorName}
                  <span className="text-ink-3 m:hidden">
                    , <Moment at={row.at} />
                  </span>
                </>
              ),
              at: <Moment key="at" at={row.at} />,
            },
          }
        })}
        empty={<Empty icon={<History />} title="No changes" text="Nobody has changed this since the record was made." />}
      />
      {page.next && (
        <div className="border-t border-line px-6 py-3">
          <ButtonLink href={`${href}?${more}`}>Show older</ButtonLink>
        </div>
      )}
    </>
  )
}
