import { CreditLeft, Figures, TermsFacts } from "@/components/commerce/credit/credit-figures"
import { PeekFrame } from "@/components/shell/peek"
import { RecordLink } from "@/components/shell/record-link"
import { Section } from "@/components/ui/section"
import { momentText } from "@/components/ui/time"
import { amountText } from "@/lib/commerce/credit/money"
import type { CreditSummary } from "@/lib/commerce/credit/queries"
import { termsText } from "@/lib/commerce/credit/rules"

type CreditPeekProps = { organization: { id: string; number: string; name: string }; credit: CreditSummary; href: string }

/** The credit of an organization beside the list: what is left, on which terms, and what waits. */
export function CreditPeek({ organization: { id, number, name }, credit: { standing, waiting, reviewOn, asked }, href }: CreditPeekProps) {
  if (!standing) return null
  const more = [
    ...(asked ? [{ label: "Asked for", value: amountText(asked.amount, asked.currency) }] : []),
    ...(reviewOn ? [{ label: "Next review", value: momentText(reviewOn, "day") }] : []),
    ...(waiting ? [{ label: "Waits for a second person", value: termsText(waiting, waiting.currency) }] : []),
  ]
  return (
    <PeekFrame
      title={name}
      href={href}
      facts={
        <>
          <RecordLink kind="customer" id={id}>
            {number}
          </RecordLink>
          <span>{standing.currency}</span>
        </>
      }
      commands={null}
    >
      <Section title="Credit left">
        <CreditLeft standing={standing} />
      </Section>
      <Section title="Terms in force">
        <TermsFacts standing={standing} more={more} />
      </Section>
      <Section title="What is used">
        <Figures standing={standing} />
      </Section>
    </PeekFrame>
  )
}
