import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Status } from "@/components/ui/status"
import { Moment, momentText } from "@/components/ui/time"
import { amountText } from "@/lib/commerce/credit/money"
import type { TermsRow } from "@/lib/commerce/credit/queries"
import { limitTypes, messages, termsStates } from "@/lib/commerce/credit/rules"

const columns: PlainColumn[] = [
  { key: "amount", label: "Credit limit", width: 150 },
  { key: "state", label: "State", width: 120, phone: "end" },
  { key: "how", label: "How it is checked", phone: "second" },
  { key: "valid", label: "Valid", width: 210, hideBelow: "m" },
  { key: "by", label: "By", width: 220, hideBelow: "m" },
  { key: "reason", label: "Reason", hideBelow: "m" },
]

type TermsTableProps = { terms: readonly TermsRow[]; inForce: string | null /** That of the account. */; currency: string; now: Date }

/** Every terms that an organization had, has, will have or was to have. */
export function TermsTable({ terms, inForce, currency, now }: TermsTableProps) {
  return (
    <PlainTable
      label="History of the credit limit"
      columns={columns}
      rows={terms.map((row) => ({
        id: row.id,
        cells: {
          amount: <span className="tabular-nums">{amountText(row.amount, row.currency)}</span>,
          state: <Status word={stateOf(row, inForce, currency, now)} />,
          how: (
            <>
              {limitTypes[row.type]}, {messages[row.onExceeding]}
              {row.isMandatory && ", mandatory"}
              {!row.allowOnAccount && ", not on account"}
            </>
          ),
          valid: (
            <span className="tabular-nums">
              {momentText(row.validFrom)}
              {row.validTo && ` – ${momentText(row.validTo)}`}
            </span>
          ),
          by: (
            <>
              {row.askedByName}
              {row.answeredByName && row.state !== "taken_back" && `, ${row.answeredByName}`}, <Moment at={row.askedAt} />
            </>
          ),
          reason: <span title={row.answer ?? row.reason}>{row.answer ?? row.reason}</span>,
        },
      }))}
    />
  )
}

function stateOf({ id, state, validFrom, validTo, ...row }: TermsRow, inForce: string | null, currency: string, now: Date): string {
  if (state !== "stands") return termsStates[state]
  if (id === inForce) return "In force"
  return row.currency === currency && validFrom > now && (!validTo || validTo > now) ? "Planned" : "Past"
}
