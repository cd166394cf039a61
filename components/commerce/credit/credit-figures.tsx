import type { ReactNode } from "react"
import { type Fact, Facts } from "@/components/ui/facts"
import { Meter } from "@/components/ui/meter"
import { momentText } from "@/components/ui/time"
import { amountText } from "@/lib/commerce/credit/money"
import type { Standing } from "@/lib/commerce/credit/read-standing"
import { isChecked, limitTypes, messages } from "@/lib/commerce/credit/rules"

/** How much credit is left of how much, as a bar with its words. */
export function CreditLeft({ standing: { currency, terms, used, left } }: { standing: Standing }) {
  const money = (minor: number) => amountText(minor, currency)
  if (!terms) return <p className="text-ink-2">No terms are in force: nothing is sold on account.</p>
  if (!terms.allowOnAccount) return <p className="text-ink-2">Nothing is sold on account.</p>
  if (left === null) return <p className="text-ink-2">No limit is checked. {money(used)} is owed or promised.</p>
  const isOver = left < 0
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-baseline gap-x-2 tabular-nums">
        <b className={isOver ? "text-18 text-bad" : "text-18"}>{isOver ? `−${money(-left)}` : money(left)}</b>
        <span className="text-ink-3">{isOver ? `over ${money(terms.amount)}` : `left of ${money(terms.amount)}`}</span>
      </p>
      <Meter share={terms.amount > 0 ? used / terms.amount : used > 0 ? 2 : 0} />
    </div>
  )
}

/** The terms that are in force, as facts. */
export function TermsFacts({ standing, more = [] }: { standing: Standing; more?: readonly Fact[] }) {
  const { terms, currency } = standing
  if (!terms) return <Facts wide items={[...more]} />
  const facts: Fact[] = [
    { label: "Credit limit", value: <Money>{amountText(terms.amount, currency)}</Money> },
    { label: "Credit limit type", value: limitTypes[terms.type] },
    { label: "Message when exceeding", value: messages[terms.onExceeding] },
    { label: "Mandatory", value: terms.isMandatory ? "Yes" : "No" },
    { label: "Allow on account", value: terms.allowOnAccount ? "Yes" : "No" },
    ...(terms.validTo ? [{ label: "Until", value: momentText(terms.validTo) }] : []),
  ]
  return <Facts wide items={[...facts, ...more]} />
}

/** What makes up what is used, each figure with what it is. */
export function Figures({ standing: { figures, currency, terms } }: { standing: Standing }) {
  const counted = terms && isChecked(terms) ? terms.type : null
  const counts = { slips: counted === "balance_packing_slip" || counted === "balance_all", orders: counted === "balance_all" }
  const line = (label: string, minor: number, isCounted: boolean): Fact => ({
    label,
    value: (
      <Money>
        {amountText(minor, currency)}
        {!isCounted && <span className="text-ink-3"> not counted</span>}
      </Money>
    ),
  })
  return (
    <Facts
      wide
      items={[
        line("Balance", figures.balance, true),
        line("Promised", figures.held, true),
        line("Delivered", figures.delivered, counts.slips),
        line("Open orders", figures.ordered, counts.orders),
      ]}
    />
  )
}

const Money = ({ children }: { children: ReactNode }) => <span className="tabular-nums">{children}</span>
