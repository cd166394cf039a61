import Link from "next/link"
import { CommandButton } from "@/components/shell/command-button"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Status } from "@/components/ui/status"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import { recordHref } from "@/lib/platform/record-href"
import { askForChecks } from "@/lib/settings/actions"
import type { CheckView } from "@/lib/settings/health/queries"

const columns: PlainColumn[] = [
  { key: "words", label: "What must be true" },
  { key: "state", label: "State", width: 132, phone: "top" },
  { key: "checked", label: "Checked", width: 190, phone: "second" },
  { key: "commands", label: "Commands", width: 104, align: "right", isCommands: true },
]

type ChecksTableProps = { checks: readonly CheckView[]; reason: string | null; hasWorker: boolean }

/** Every check with its state, and the records that break it. */
export function ChecksTable({ checks, reason, hasWorker }: ChecksTableProps) {
  const broken = checks.filter(({ found }) => found > 0)
  return (
    <section aria-labelledby="checks" className="pt-4">
      <h2 id="checks" className="px-6 pb-2.5 text-14 font-semi max-m:px-4">
        What must always be true
      </h2>
      {!hasWorker && <Strip tone="wait">No worker runs, so nothing is checked. What stands here is what was found last.</Strip>}
      {broken.map((check) => (
        <Broken key={check.key} check={check} />
      ))}
      <PlainTable
        label="Checks"
        columns={columns}
        loose
        rows={checks.map((check) => ({
          id: check.key,
          cells: {
            words: <span className="whitespace-normal">{check.words}</span>,
            state: <Status word={check.state === "Not checked" ? "Pending" : check.state} text={check.state} />,
            checked: <Checked check={check} />,
            commands: (
              <CommandButton action={askForChecks} input={{ key: check.key }} done="The worker checks it now" reason={reason}>
                Check
              </CommandButton>
            ),
          },
        }))}
      />
    </section>
  )
}

function Checked({ check: { state, checkedAt, tookMs, askedBy } }: { check: CheckView }) {
  if (state === "Waiting") return `Asked for by ${askedBy ?? "somebody"}`
  if (!checkedAt) return "Not yet"
  return (
    <>
      <Moment at={checkedAt} />
      {tookMs !== null && <span className="text-ink-3">{`, ${(tookMs / 1000).toFixed(1)} s`}</span>}
    </>
  )
}

const hrefOf = (kind: string, id: string) => (kind === "audit" ? (id ? `/settings/audit/${id}` : null) : recordHref(kind, id))

function Broken({ check }: { check: CheckView }) {
  const { words, found, broken, told } = check
  const rest = found - broken.length
  return (
    <Strip tone="bad">
      <p>
        <b className="font-semi">{words}</b>:{" "}
        {found >= 100 ? "a hundred records or more break it" : found === 1 ? "one record breaks it" : `${found} records break it`}. {told}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
        {broken.map(({ kind, id, label }) => {
          const href = hrefOf(kind, id)
          if (!href) return <span key={kind + id + label}>{label}</span>
          return (
            <Link key={kind + id + label} href={href} prefetch={false} className="link">
              {label}
            </Link>
          )
        })}
        {rest > 0 && <span>{found >= 100 ? "and more" : `and ${rest} more`}</span>}
      </p>
    </Strip>
  )
}
