import Link from "next/link"
import { useId } from "react"
import { Status } from "@/components/ui/status"
import { Waiting } from "@/components/ui/waiting"
import type { Figure } from "@/lib/sales/dashboard/links"
import type { QueuedLead } from "@/lib/sales/dashboard/my-work"
import { leadStatusReasons } from "@/lib/sales/leads/rules"

type WaitingLeadsProps = {
  title: string
  caption: string
  empty: string
  leads: readonly QueuedLead[]
  /** The whole list. */
  more: Figure
  now: Date
  showOwner?: boolean
}

/** A few leads as links, with how long each waits, and the way to all of them. */
export function WaitingLeads({ title, caption, empty, leads, more, now, showOwner }: WaitingLeadsProps) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          <p>{caption}</p>
        </div>
        {more.n > leads.length && (
          <Link href={more.href} prefetch={false} className="link flex-none text-12">
            Show all {more.n.toLocaleString("en")}
          </Link>
        )}
      </div>
      {leads.length === 0 && <p className="text-ink-2">{empty}</p>}
      <ul className="work-list">
        {leads.map((lead) => (
          <li key={lead.id}>
            <Link href={`/sales/leads/${lead.id}`} prefetch={false}>
              {lead.companyName}
            </Link>
            <span className="work-more">{showOwner ? (lead.ownerName ?? "Unassigned") : lead.person}</span>
            <Status word={leadStatusReasons[lead.statusReason].word} plain />
            <span className="work-age">
              <span className="sr-only">Waiting </span>
              <Waiting since={new Date(lead.createdAt)} now={now} isLate={lead.isLate} />
              {lead.isLate && <span className="sr-only">, overdue</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
