import { Target } from "lucide-react"
import { type ListColumn, RecordList } from "@/components/shell/record-list"
import { Person } from "@/components/ui/person"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import type { Page } from "@/lib/platform/keyset"
import { listedHref } from "@/lib/platform/list-query"
import type { OpportunityRow } from "@/lib/sales/opportunities/queries"
import { opportunityStatusReasons, stages } from "@/lib/sales/opportunities/rules"
import { type OpportunityQuery, opportunityList } from "@/lib/sales/opportunities/views"
import type { Owner } from "@/lib/sales/owners"
import { moneyText } from "./money-text"
import { OwnerFilter } from "./owner-filter"

const columns: readonly ListColumn[] = [
  { key: "topic", label: "Topic", sort: "topic" },
  { key: "account", label: "Account", width: 220, phone: "second" },
  { key: "status", label: "Status", width: 128, phone: "end" },
  { key: "stage", label: "Stage", width: 92, hideBelow: "m" },
  { key: "revenue", label: "Est. revenue", width: 124, align: "right", sort: "revenue", phone: "top" },
  { key: "close", label: "Est. close", width: 112, sort: "close", hideBelow: "m" },
  { key: "owner", label: "Owner", width: 156 },
  { key: "created", label: "Created", width: 124, sort: "created", hideBelow: "m" },
]

const text = "Qualify a lead, and its opportunity appears here."

type OpportunityListProps = { query: OpportunityQuery; page: Page<OpportunityRow>; owners: readonly Owner[]; viewerId: string }

/** The list of opportunities. */
export function OpportunityList({ query, page, owners, viewerId }: OpportunityListProps) {
  return (
    <RecordList
      shape={opportunityList}
      query={query}
      noun={["opportunity", "opportunities"]}
      page={page}
      columns={columns}
      rows={page.rows.map((row) => ({
        id: row.id,
        href: listedHref(opportunityList, query, row.id),
        name: row.topic,
        cells: {
          topic: row.topic,
          account: row.accountName,
          status: <Status word={opportunityStatusReasons[row.statusReason].word} />,
          stage: stages[row.stage].word,
          revenue: moneyText(row.estimatedRevenue, row.currency),
          close: row.estimatedCloseDate && <Moment at={row.estimatedCloseDate} style="date" />,
          owner: <Person name={row.ownerName} me={row.ownerId === viewerId} />,
          created: <Moment at={row.createdAt} style="date" />,
        },
      }))}
      filters={<OwnerFilter shape={opportunityList} query={query} owners={owners} viewerId={viewerId} />}
      empty={{ icon: <Target />, title: "No opportunities here", text }}
    />
  )
}
