import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { moneyText } from "@/lib/platform/money-text"
import type { CloseRecord } from "@/lib/sales/opportunities/queries"
import { opportunityStatusReasons } from "@/lib/sales/opportunities/rules"

/** How an opportunity was closed, each time; written once and never changed. */
export function CloseRecords({ closes }: { closes: readonly CloseRecord[] }) {
  return closes.map((close) => (
    <Section key={close.id} title="Close record" aside={<Moment at={close.at} />}>
      <Facts
        wide
        items={[
          { label: "Status reason", value: <Status word={opportunityStatusReasons[close.statusReason].word} plain /> },
          { label: "Actual revenue", value: moneyText(close.actualRevenue, close.currency) },
          { label: "Close date", value: <Moment at={close.closeDate} style="day" /> },
          ...(close.outcome === "lost" ? [{ label: "Competitor", value: close.competitor }] : []),
          { label: "Description", value: close.description && <span className="whitespace-pre-line">{close.description}</span> },
          { label: "Closed by", value: close.actorName },
        ]}
      />
    </Section>
  ))
}
