import type { ReactNode } from "react"
import { type PortalColumn, PortalTable } from "@/components/portal/portal-table"
import { PortalTitle } from "@/components/portal/portal-title"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { amountInColumn } from "@/lib/commerce/credit/money"
import { authorizationWords, entryKinds } from "@/lib/commerce/credit/rules"
import type { OwnOrder, Statement, StatementLine } from "@/lib/portal/statement"

type AccountCreditProps = {
  /** What is left, as facts. */
  facts: ReactNode
  /** What was asked of the store, and how one asks. */
  request: ReactNode
  /** Null where the organization has no credit. */
  statement: Statement | null
  /** Only so many are read. */
  most: number
}

/** What the organization has on account: what is left, what was bought, and for an Admin what is owed since when. */
export function AccountCredit({ facts, request, statement, most }: AccountCreditProps) {
  return (
    <>
      <PortalTitle intro="What your organization buys on account, and what is left of its credit.">Account credit</PortalTitle>
      {facts}
      <div className="-mt-3 pb-8 empty:hidden">{request}</div>
      {statement && (
        <Part title={statement.lines ? "Orders on account" : "Your orders on account"} count={statement.orders.length} most={most}>
          {statement.orders.length > 0 ? (
            <Orders orders={statement.orders} currency={statement.currency} />
          ) : (
            <p className="text-ink-2">Nothing was bought on account yet.</p>
          )}
        </Part>
      )}
      {statement?.lines && (
        <Part title="Statement" count={statement.lines.length} most={most}>
          {statement.lines.length > 0 ? (
            <Lines lines={statement.lines} currency={statement.currency} />
          ) : (
            <p className="text-ink-2">No invoice and no payment yet.</p>
          )}
        </Part>
      )}
    </>
  )
}

function Part({ title, count, most, children }: { title: string; count: number; most: number; children: ReactNode }) {
  return (
    <section className="border-t border-line-2 pt-5 pb-8">
      <h2 className="mb-3 text-18 font-title tracking-[-0.012em]">{title}</h2>
      {children}
      {count === most && <p className="mt-3 text-14 text-ink-3">The newest {most} are shown.</p>}
    </section>
  )
}

const states = { authorized: "Promised", captured: "Ordered", released: "Given back", expired: "Expired" } as const

function Orders({ orders, currency }: { orders: readonly OwnOrder[]; currency: string }) {
  const isOfAll = orders.some(({ by }) => by !== null)
  const columns: PortalColumn[] = [
    { key: "reference", label: "Order" },
    ...(isOfAll ? [{ key: "by", label: "By" }] : []),
    { key: "at", label: "When" },
    { key: "status", label: "Status" },
    { key: "amount", label: "Amount", isAmount: true },
  ]
  return (
    <PortalTable
      label="Orders on account"
      columns={columns}
      rows={orders.map(({ id, reference, by, at, status, amount }) => ({
        id,
        cells: {
          reference,
          by,
          at: <Moment at={at} />,
          status: <Status word={authorizationWords[status]} text={states[status]} />,
          amount: amountInColumn(amount, currency),
        },
      }))}
    />
  )
}

const lineColumns: PortalColumn[] = [
  { key: "kind", label: "What" },
  { key: "reference", label: "Reference" },
  { key: "at", label: "When" },
  { key: "change", label: "Amount", isAmount: true },
  { key: "balance", label: "Owed then", isAmount: true },
]

function Lines({ lines, currency }: { lines: readonly StatementLine[]; currency: string }) {
  return (
    <PortalTable
      label="Statement"
      columns={lineColumns}
      rows={lines.map(({ id, kind, reference, at, change, balance }) => ({
        id,
        cells: {
          kind: entryKinds[kind],
          reference,
          at: <Moment at={at} />,
          change: amountInColumn(change, currency),
          balance: amountInColumn(balance, currency),
        },
      }))}
    />
  )
}
