import { UsersRound } from "lucide-react"
import Link from "next/link"
import { ApprovalCommands } from "@/components/shell/approval-commands"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import type { ApprovalView } from "@/lib/sync/approvals/queries"

const record: PlainColumn = { key: "record", label: "Record" }
const asked: PlainColumn[] = [
  { key: "move", label: "Decision", width: 130, phone: "second" },
  { key: "asked", label: "Asked by", width: 190, phone: "top" },
  { key: "policy", label: "Because of", width: 230, hideBelow: "l" },
]
const commands: PlainColumn = { key: "commands", label: "Commands", width: 326, align: "right", isCommands: true }
const outcome: PlainColumn[] = [
  { key: "state", label: "Answer", width: 120, phone: "end" },
  { key: "answered", label: "Answered by", width: 220, phone: "top" },
]

type ApprovalsTableProps = { label: string; rows: readonly ApprovalView[]; isWaiting?: boolean }

/** Decisions that wait for a second person, each with its commands; or those that were answered, each with what came of it. */
export function ApprovalsTable({ label, rows, isWaiting = false }: ApprovalsTableProps) {
  return (
    <PlainTable
      label={label}
      loose
      columns={isWaiting ? [record, ...asked, commands] : [record, ...asked, ...outcome]}
      empty={
        <Empty
          icon={<UsersRound />}
          title="Nothing waits"
          text="Where a policy wants a second person for a decision, what one asked for waits here for another."
        />
      }
      rows={rows.map((row) => ({ id: row.id, cells: cellsOf(row) }))}
    />
  )
}

const cellsOf = (row: ApprovalView) => ({
  record: (
    <>
      {row.href ? (
        <Link className="link" prefetch={false} href={row.href}>
          {row.label}
        </Link>
      ) : (
        row.label
      )}
      {(row.reason || row.details.length > 0) && (
        <span className="block truncate text-12 font-regular text-ink-3" title={row.reason ?? row.details.join(" · ")}>
          {row.reason ?? row.details.join(" · ")}
        </span>
      )}
    </>
  ),
  move: row.word,
  asked: (
    <>
      <span className="block">{row.askedByName}</span>
      <span className="block text-12 text-ink-3">
        <Moment at={row.askedAt} />
      </span>
    </>
  ),
  policy: (
    <span className="line-clamp-2 whitespace-normal" title={row.policy}>
      {row.policy}
    </span>
  ),
  commands: <ApprovalCommands approval={row} />,
  state: <Status word={row.stateWord} />,
  answered: row.answeredAt && (
    <>
      <span className="block">{row.answeredByName ?? "Decided in another way"}</span>
      <span className="block text-12 text-ink-3">
        <Moment at={row.answeredAt} />
      </span>
    </>
  ),
})
