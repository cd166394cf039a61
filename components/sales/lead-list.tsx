import { Inbox } from "lucide-react"
import { ListFilter } from "@/components/shell/list-filter"
import { type ListColumn, RecordList } from "@/components/shell/record-list"
import { Person } from "@/components/ui/person"
import { Rating } from "@/components/ui/rating"
import { Status } from "@/components/ui/status"
import { Waiting } from "@/components/ui/waiting"
import { countryName } from "@/lib/platform/countries"
import { env } from "@/lib/platform/env"
import type { Page } from "@/lib/platform/keyset"
import { listedHref, listHref } from "@/lib/platform/list-query"
import { fullName } from "@/lib/platform/party"
import { ratings } from "@/lib/sales/choices"
import type { LeadRow } from "@/lib/sales/leads/queries"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { type LeadQuery, leadList } from "@/lib/sales/leads/views"
import type { Owner } from "@/lib/sales/owners"
import { OwnerFilter } from "./owner-filter"

const columns: readonly ListColumn[] = [
  { key: "company", label: "Company", sort: "company" },
  { key: "contact", label: "Contact", width: 182, sort: "contact", phone: "second" },
  { key: "country", label: "Country/region", width: 142, sort: "country" },
  { key: "status", label: "Status", width: 178, sort: "status", phone: "end" },
  { key: "rating", label: "Rating", width: 78, sort: "rating", hideBelow: "m" },
  { key: "owner", label: "Owner", width: 150, sort: "owner" },
  { key: "waiting", label: "Waiting", width: 92, align: "right", sort: "created", isReversed: true, phone: "top" },
  { key: "prospect", label: "Prospect", width: 120, quiet: true, hideBelow: "m" },
]

const statuses = Object.fromEntries(Object.entries(leadStatusReasons).map(([reason, { word }]) => [reason, word]))

const empty = {
  "my-open": "You own no open lead. Take one from Open leads with Assign.",
  commerce: "Requests from the public form appear here by themselves.",
  open: "Every lead is decided.",
  closed: "No lead has been qualified or disqualified yet.",
  all: "Requests from the public form appear here by themselves.",
} as const

type LeadListProps = {
  query: LeadQuery
  page: Page<LeadRow>
  owners: readonly Owner[]
  viewerId: string
  now: Date
}

/** The lead grid. */
export function LeadList({ query, page, owners, viewerId, now }: LeadListProps) {
  const dialogOf = (command: string) => {
    const here = listHref(leadList, query, { after: query.after, before: query.before })
    return `${here}${here.includes("?") ? "&" : "?"}do=${command}&lead=:id`
  }
  return (
    <RecordList
      shape={leadList}
      query={query}
      noun={["lead", "leads"]}
      page={page}
      columns={columns}
      rows={page.rows.map((lead) => ({
        id: lead.id,
        href: listedHref(leadList, query, lead.id),
        name: lead.companyName,
        cells: {
          company: lead.companyName,
          contact: fullName(lead),
          country: lead.country && countryName(lead.country),
          status: <Status word={leadStatusReasons[lead.statusReason].word} />,
          rating: <Rating word={ratings[lead.rating]} />,
          owner: <Person name={lead.ownerName} me={lead.ownerId === viewerId} />,
          waiting: lead.state === "open" ? <Waiting since={lead.createdAt} now={now} targetHours={env().DECISION_TARGET_DAYS * 24} /> : "–",
          prospect: lead.prospectNumber,
        },
      }))}
      filters={
        <>
          <ListFilter shape={leadList} query={query} name="status" label="Status" words={statuses} />
          <OwnerFilter shape={leadList} query={query} owners={owners} viewerId={viewerId} />
        </>
      }
      empty={{ icon: <Inbox />, title: "No leads here", text: empty[query.view] }}
      commands={[
        { key: "q", word: "qualify", href: dialogOf("qualify") },
        { key: "d", word: "disqualify", href: dialogOf("disqualify") },
      ]}
    />
  )
}
