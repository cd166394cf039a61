import { Link2, Link2Off } from "lucide-react"
import { changeText, moveText } from "@/components/settings/audit-list"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { RecordLink } from "@/components/shell/record-link"
import { ButtonLink } from "@/components/ui/button-link"
import { Facts } from "@/components/ui/facts"
import { RecordHeader } from "@/components/ui/record-header"
import type { RecordStepProps } from "@/components/ui/record-step"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import { customerFields } from "@/lib/commerce/customers/fields"
import { capital } from "@/lib/platform/first-letter"
import { listHref } from "@/lib/platform/list-href"
import { recordHref } from "@/lib/platform/record-href"
import { historyFields } from "@/lib/sales/history-fields"
import type { EntryDetail, TouchedRecord } from "@/lib/settings/audit/get-entry"
import { type AuditQuery, auditList } from "@/lib/settings/audit/list"

type AuditRecordProps = { entry: EntryDetail; query: AuditQuery; step: Omit<RecordStepProps, "noun"> }

const whole = { q: "", filters: { area: null, move: null, person: null, record: null, from: null, to: null } }

/** One move with all that belongs to it. */
export function AuditRecord({ entry, query, step }: AuditRecordProps) {
  const ofRecord = listHref(auditList, query, { ...whole, filters: { ...whole.filters, record: entry.recordId } })
  return (
    <>
      <RecordHeader
        crumbs={[
          { label: "Settings", href: "/settings" },
          { label: "Audit", href: listHref(auditList, query) },
        ]}
        step={{ noun: "move", ...step }}
        title={`${entry.actorName} ${moveText(entry.move)}`}
        facts={
          <>
            <span>
              <RecordLink kind={entry.recordKind} id={entry.recordId}>
                {entry.recordLabel}
              </RecordLink>
            </span>
            <Moment at={entry.at} />
          </>
        }
        commands={
          <ButtonLink href={ofRecord} size="s">
            All moves of this record
          </ButtonLink>
        }
      />
      <div className="border-t border-line px-6 pt-5 pb-2 max-m:px-4">
        <div className="grid max-w-[1080px] grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-10 max-m:block">
          <div className="max-m:mb-6">
            <Happened entry={entry} />
            <Touched records={entry.touched} />
          </div>
          <Seal seal={entry.seal} />
        </div>
      </div>
      {entry.changes.length > 0 && <Changes entry={entry} />}
    </>
  )
}

function Happened({ entry }: { entry: EntryDetail }) {
  const { rule, undone } = entry
  return (
    <Section title="What happened">
      <Facts
        items={[
          { label: "Who", value: `${entry.actorName}, ${entry.actorRole}` },
          { label: "What", value: moveText(entry.move) },
          { label: "From → to", value: changeText(entry) },
          { label: "Why", value: entry.reason && <span className="whitespace-pre-line">{entry.reason}</span> },
          { label: "When", value: <Moment at={entry.at} /> },
          ...(entry.decisionId ? [{ label: "Decided by", value: rule ? `${rule.name}, version ${rule.version}` : decider(entry) }] : []),
          ...(undone ? [{ label: "Taken back", value: <TakenBack {...undone} /> }] : []),
        ]}
      />
    </Section>
  )
}

const decider = ({ actorName, byTwo }: EntryDetail) => (byTwo ? `${actorName}, as the second person` : `${actorName}, no rule`)

const TakenBack = ({ at, by }: { at: Date; by: string | null }) => (
  <>
    {by}, <Moment at={at} />
  </>
)

function Touched({ records }: { records: readonly TouchedRecord[] }) {
  return (
    <Section title="Records touched" aside={records.length}>
      <ul>
        {records.map(({ id, kind, label }) => (
          <li
            key={id}
            className="flex min-w-0 items-center gap-2 border-line py-[7px] not-first:border-t [&_svg]:size-3.5 [&_svg]:flex-none"
          >
            {label && recordHref(kind, id) ? <Link2 aria-hidden="true" /> : <Link2Off aria-hidden="true" className="text-ink-3" />}
            <span className="min-w-0 wrap-anywhere">
              {label ? (
                <RecordLink kind={kind} id={id}>
                  {label}
                </RecordLink>
              ) : (
                <span className="text-ink-3">A record without a page, or one that is not there any more</span>
              )}
            </span>
            <span className="ml-auto flex-none text-12 text-ink-3">{kind === "record" ? id.slice(-12) : kind}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const columns: PlainColumn[] = [
  { key: "field", label: "Field", width: 220 },
  { key: "from", label: "From", phone: "second" },
  { key: "to", label: "To", phone: "end" },
  { key: "record", label: "Record", width: 200, hideBelow: "m" },
]

/** The label of a field, as its record's form has it; of a setting its own name. */
function labelOf(kind: string, field: string): string {
  const known: Readonly<Record<string, { label: string }>> =
    kind === "customer" ? customerFields : Object.hasOwn(historyFields, kind) ? historyFields[kind as keyof typeof historyFields] : {}
  const words = field.replace(/([A-Z])/g, " $1").toLowerCase()
  return known[field]?.label ?? capital(words)
}

function Changes({ entry }: { entry: EntryDetail }) {
  const records = new Map(entry.touched.map(({ id, label }) => [id, label]))
  return (
    <section aria-labelledby="changes" className="pt-4">
      <h2 id="changes" className="px-6 pb-2.5 text-14 font-semi max-m:px-4">
        Fields changed
      </h2>
      <PlainTable
        label="Fields changed"
        columns={columns}
        rows={entry.changes.map((change) => ({
          id: change.id,
          cells: {
            field: labelOf(change.recordKind, change.field),
            from: change.from ?? <span className="text-ink-3">Empty</span>,
            to: change.to ?? <span className="text-ink-3">Empty</span>,
            record: records.get(change.recordId) ?? entry.recordLabel,
          },
        }))}
      />
    </section>
  )
}

const figure = new Intl.NumberFormat("en")

const Hash = ({ text }: { text: string }) => <code className="block text-12 wrap-anywhere">{text}</code>

function Seal({ seal }: { seal: EntryDetail["seal"] }) {
  if (!seal)
    return (
      <Section title="Seal">
        <p className="text-ink-2">This row waits for its seal: the worker takes it into the chain within a moment.</p>
      </Section>
    )
  return (
    <Section title="Seal" aside={`Place ${figure.format(seal.place)}`}>
      <Facts
        items={[
          { label: "Content", value: <Hash text={seal.contentHash} /> },
          { label: "Hash before", value: seal.previousHash ? <Hash text={seal.previousHash} /> : "None, this is the first row" },
          { label: "Hash", value: <Hash text={seal.hash} /> },
          { label: "Block", value: seal.block && figure.format(seal.block) },
          { label: "Sealed", value: seal.sealedAt && <Moment at={seal.sealedAt} /> },
        ]}
      />
    </Section>
  )
}
