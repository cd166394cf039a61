import Link from "next/link"
import { CreditLeft } from "@/components/commerce/credit/credit-figures"
import { SetCredit } from "@/components/commerce/credit/set-credit"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import { amountText } from "@/lib/commerce/credit/money"
import type { CreditSummary } from "@/lib/commerce/credit/queries"
import { limitTypes, messages } from "@/lib/commerce/credit/rules"

type CreditSectionProps = {
  credit: CreditSummary
  name: string
  /** Why this person cannot set credit. */
  reason: string | null
}

/** Credit on the record of an organization or its hierarchy: what is left, and the way to everything else. */
export function CreditSection({ credit, name, reason }: CreditSectionProps) {
  const { organizationId, standing, waiting, reviewOn, asked } = credit
  const page = (
    <Link className="link" href={`/commerce/credit/${organizationId}`} prefetch={false}>
      Credit page
    </Link>
  )
  if (!standing) {
    return (
      <Section title="Credit">
        <p className="mb-3 text-ink-2">No credit limit was set, so nothing is sold on account.</p>
        <SetCredit organizationId={organizationId} name={name} standing={null} reason={reason} size="s" />
      </Section>
    )
  }
  return (
    <Section title="Credit" aside={page}>
      <CreditLeft standing={standing} />
      <div className="pt-3">
        <Facts
          wide
          items={[
            ...(standing.terms
              ? [
                  { label: "Type", value: limitTypes[standing.terms.type] },
                  { label: "When exceeding", value: messages[standing.terms.onExceeding] },
                ]
              : []),
            ...(asked ? [{ label: "Asked for", value: `${amountText(asked.amount, asked.currency)}, by the partner` }] : []),
            ...(waiting ? [{ label: "Waiting", value: `${amountText(waiting.amount, waiting.currency)}, for a second person` }] : []),
            ...(reviewOn ? [{ label: "Review", value: <Moment at={reviewOn} style="day" /> }] : []),
          ]}
        />
      </div>
    </Section>
  )
}
