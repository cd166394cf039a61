import { Ban, Check } from "lucide-react"
import { Fragment } from "react"
import { RecordLink } from "@/components/shell/record-link"
import { UndoButton } from "@/components/shell/undo-button"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import type { DecisionView, ReceiptLine } from "@/lib/sales/decisions"

type DecidedStripProps = {
  decision: DecisionView
  /** Whether this person can still take it back. */
  canUndo: boolean
  /** The record that stands above the strip: it need not be named again. */
  here: string
}

const words = {
  qualify: "Qualified",
  disqualify: "Disqualified",
  win: "Won",
  lose: "Lost",
  approve: "Approved in Commerce",
  reject: "Rejected in Commerce",
  withdraw: "Withdrawn by the applicant",
  reactivate: "Reactivated",
  reopen: "Reopened",
} as const satisfies Record<DecisionView["kind"], string>

const isGood = (kind: DecisionView["kind"]) => kind === "qualify" || kind === "win" || kind === "approve"

const order = ["opportunity", "lead", "account", "contact", "prospect", "hierarchy", "member", "customer"]
const rank = ({ record }: ReceiptLine) => order.indexOf(record.kind)

/** What a decided record became, with links to all of it; who decided and when; **Undo** while that is possible. */
export function DecidedStrip({ decision, canUndo, here }: DecidedStripProps) {
  const { kind, receipt, actorName, at, id, undoableUntil } = decision
  const lines = [...receipt.created, ...receipt.linked, ...receipt.moved]
    .filter(({ record }) => record.id !== here)
    .toSorted((one, other) => rank(one) - rank(other))
  const good = isGood(kind)
  return (
    <Strip
      className="flex-none"
      tone={good ? "good" : "mute"}
      icon={good ? <Check aria-hidden="true" /> : <Ban aria-hidden="true" />}
      action={canUndo && <UndoButton decisionId={id} until={undoableUntil.getTime()} />}
    >
      <b>{words[kind]}</b> by {receipt.policy ? `p${receipt.policy.slice(1)}` : actorName}, <Moment at={at} />.{" "}
      {lines.map((line, place) => (
        <Fragment key={`${line.record.id} ${line.text}`}>
          {place > 0 && "; "}
          <Named line={line} />
        </Fragment>
      ))}
      {lines.length > 0 && "."}
    </Strip>
  )
}

/** A line of the receipt with the record's name as a link. */
function Named({ line: { record, text } }: { line: ReceiptLine }) {
  const at = record.label ? text.indexOf(record.label) : -1
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <RecordLink kind={record.kind} id={record.id}>
        {record.label}
      </RecordLink>
      {text.slice(at + record.label.length)}
    </>
  )
}
