import type { ReactNode } from "react"
import { PortalFacts } from "@/components/portal/portal-facts"
import { amountText } from "@/lib/commerce/credit/money"
import type { Spending } from "@/lib/commerce/credit/read-spending"
import type { OwnCredit } from "@/lib/portal/credit"

function creditFacts({ currency, terms, used, left }: OwnCredit) {
  if (!terms.allowOnAccount) return [{ label: "On account", value: "The store takes no orders on account at present." }]
  const money = (minor: number) => <span className="tabular-nums">{amountText(minor, currency)}</span>
  if (!terms.isLimited || left === null) return [{ label: "Owed and promised", value: money(used) }]
  return [
    { label: "Credit left", value: <b>{money(left)}</b> },
    { label: "Credit limit", value: money(terms.amount) },
    { label: "Owed and promised", value: money(used) },
  ]
}

/** The organization's credit, as all of its users see it. */
export function OrganizationCredit({ credit, children }: { credit: OwnCredit | null; children?: ReactNode }) {
  const none = [{ label: "On account", value: "You have no credit limit, so nothing is sold on account." }]
  return (
    <PortalFacts title="Credit" facts={credit ? creditFacts(credit) : none}>
      {children}
    </PortalFacts>
  )
}

/** What is left of the organization's credit, and of one's own limits. */
export function OwnCreditFacts({ credit, mine }: { credit: OwnCredit; mine: Spending | null }) {
  const money = (minor: number) => <span className="tabular-nums">{amountText(minor, credit.currency)}</span>
  const own = mine && [
    { label: "Your limit per order", value: mine.limits.perOrder === null ? "No limit" : money(mine.limits.perOrder) },
    { label: "Your limit per month", value: mine.limits.perMonth === null ? "No limit" : money(mine.limits.perMonth) },
    { label: "Spent this month", value: money(mine.spent) },
    { label: "Left this month", value: mine.monthLeft !== null && money(Math.max(0, mine.monthLeft)) },
  ]
  return <PortalFacts title="Credit" facts={[...creditFacts(credit), ...(credit.terms.allowOnAccount && own ? own : [])]} />
}
