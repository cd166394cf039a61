import { Check, Undo2 } from "lucide-react"
import type { ReactNode } from "react"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import type { ReceiptView } from "@/lib/sync/receipts"
import { RecordLink } from "./record-link"

const words: Record<ReceiptView["kind"], string> = {
  qualify: "Qualified",
  disqualify: "Disqualified",
  win: "Closed as Won",
  lose: "Closed as Lost",
  approve: "Approved in Commerce",
  reject: "Rejected in Commerce",
  withdraw: "Withdrawn",
  reactivate: "Reactivated",
  reopen: "Reopened",
}

/** **Receipts**: every decision that touched a record, with all that it did on both sides and whether it stands. */
export function Receipts({ receipts }: { receipts: readonly ReceiptView[] }) {
  if (receipts.length === 0) return null
  return (
    <Section title="Receipts" aside={receipts.length > 1 ? receipts.length : undefined}>
      <ul className="grid">
        {receipts.map((receipt) => (
          <li key={receipt.id} className="border-line not-first:border-t">
            <Receipt receipt={receipt} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Receipt({ receipt }: { receipt: ReceiptView }) {
  const { kind, actorName, at, reversal, created, linked, moved, changed, mailed, mapping } = receipt
  return (
    <details className="group py-[7px]">
      <summary className="grid cursor-pointer grid-cols-[20px_minmax(0,1fr)] gap-2 rounded-2">
        <span className="mt-0.5 text-ink-3 [&_svg]:size-4" aria-hidden="true">
          {reversal ? <Undo2 /> : <Check />}
        </span>
        <span className="min-w-0 wrap-anywhere">
          <span className={reversal ? "font-medium text-ink-2 line-through decoration-line-2" : "font-medium"}>{words[kind]}</span>
          <span className="block text-ink-3">
            {actorName}, <Moment at={at} />
          </span>
          {reversal && (
            <span className="block text-ink-2">
              {reversal.how} by {reversal.by}
              {reversal.at && (
                <>
                  , <Moment at={reversal.at} />
                </>
              )}
              {reversal.reason && `: ${reversal.reason}`}
            </span>
          )}
        </span>
      </summary>
      <dl className="mt-2 ml-7 grid gap-2 wrap-anywhere">
        <Lines title="Created" lines={created} />
        <Lines title="Linked and updated" lines={linked} />
        <Lines title="Moved" lines={moved} />
        <Entry title="Changed fields" shown={changed.length > 0}>
          {changed.map(({ record, fields }) => (
            <li key={record.id}>
              <RecordLink kind={record.kind} id={record.id}>
                {record.label}
              </RecordLink>
              <ul className="grid gap-0.5">
                {fields.map(({ label, from, to }) => (
                  <li key={label}>
                    {label}: <span className="text-ink-3">{from ?? "empty"}</span> → {to ?? "empty"}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </Entry>
        <Entry title="Mailed" shown>
          {mailed.map(({ to, title }) => (
            <li key={`${to} ${title}`}>
              {title}, to {to}
            </li>
          ))}
          {mailed.length === 0 && <li className="text-ink-3">Nothing</li>}
        </Entry>
        <Entry title="Field mapping" shown={mapping !== null}>
          <li>{mapping === 0 ? "The one that comes with the house" : `Version ${mapping}`}</li>
        </Entry>
      </dl>
    </details>
  )
}

function Entry({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null
  return (
    <div>
      <dt className="text-12 text-ink-3">{title}</dt>
      <dd>
        <ul className="grid gap-0.5">{children}</ul>
      </dd>
    </div>
  )
}

/** Lines of a receipt, each with its record's name as a link. */
function Lines({ title, lines }: { title: string; lines: ReceiptView["created"] }) {
  return (
    <Entry title={title} shown={lines.length > 0}>
      {lines.map(({ record, text }) => {
        const at = record.label ? text.indexOf(record.label) : -1
        return (
          <li key={`${record.id} ${text}`}>
            {at < 0 ? (
              text
            ) : (
              <>
                {text.slice(0, at)}
                <RecordLink kind={record.kind} id={record.id}>
                  {record.label}
                </RecordLink>
                {text.slice(at + record.label.length)}
              </>
            )}
          </li>
        )
      })}
    </Entry>
  )
}
