import Link from "next/link"
import { useId } from "react"
import type { OpenOpportunity } from "@/lib/sales/dashboard/my-work"
import { stages } from "@/lib/sales/opportunities/rules"
import { daysText } from "../counted"

/** My open opportunities by stage, those that stand still longest first. */
export function MyOpportunities({ opportunities, now }: { opportunities: readonly OpenOpportunity[]; now: Date }) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <div>
          <h2 id={id}>My open opportunities</h2>
          <p>By stage, and how long they stand there.</p>
        </div>
      </div>
      {opportunities.length === 0 && <p className="text-ink-2">I have no open opportunity. Qualifying a lead makes one.</p>}
      <ul className="work-list">
        {opportunities.map((opportunity) => (
          <li key={opportunity.id}>
            <Link href={`/sales/opportunities/${opportunity.id}`} prefetch={false}>
              {opportunity.topic}
            </Link>
            <span className="work-more">{opportunity.accountName}</span>
            <span>{stages[opportunity.stage].word}</span>
            <span className="work-age">{daysText(new Date(opportunity.stageEnteredAt), now)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
