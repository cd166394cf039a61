import { Inbox } from "lucide-react"
import { InSales } from "@/components/commerce/in-sales"
import { ProspectTabs } from "@/components/commerce/prospect-tabs"
import { Target, waited } from "@/components/commerce/target"
import { type ListColumn, RecordList } from "@/components/shell/record-list"
import { ButtonLink } from "@/components/ui/button-link"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import type { ProspectCounts, ProspectRow } from "@/lib/commerce/prospects/queries"
import { prospectStatuses } from "@/lib/commerce/prospects/rules"
import { type ProspectQuery, prospectList } from "@/lib/commerce/prospects/views"
import { countryName } from "@/lib/platform/countries"
import type { Page } from "@/lib/platform/keyset"
import { listedHref } from "@/lib/platform/list-query"
import { fullName } from "@/lib/platform/party"

const columns: readonly ListColumn[] = [
  { key: "company", label: "Company", sort: "company" },
  { key: "number", label: "Number", width: 112, quiet: true, hideBelow: "m" },
  { key: "requestor", label: "Requestor", width: 232, phone: "second" },
  { key: "country", label: "Country/region", width: 132, hideBelow: "m" },
  { key: "status", label: "Status", width: 116, phone: "end" },
  { key: "waiting", label: "Waiting", width: 96, align: "right", sort: "waiting" },
  { key: "target", label: "Target", width: 146, phone: "top" },
  { key: "sales", label: "In Sales", width: 120, hideBelow: "m" },
]

type ProspectListProps = {
  query: ProspectQuery
  page: Page<ProspectRow>
  counts: ProspectCounts
  /** Whether A and R decide on a row. */
  mayDecide: boolean
  now: Date
  targetDays: number
}

/** The list of prospects, with a tab for each status. */
export function ProspectList({ query, page, counts, mayDecide, now, targetDays }: ProspectListProps) {
  const record = listedHref(prospectList, query, ":id")
  const deed = (key: string, word: string) => ({ key, word, href: `${record}${record.includes("?") ? "&" : "?"}do=${word}` })
  return (
    <RecordList
      shape={prospectList}
      query={query}
      noun={["prospect", "prospects"]}
      page={page}
      count={`${counts.pending.toLocaleString("en")} waiting for a decision, ${counts.overdue > 1000 ? "more than 1,000" : counts.overdue} over the target of ${targetDays} days`}
      tabs={<ProspectTabs query={query} counts={counts} />}
      columns={columns}
      rows={page.rows.map((row) => ({
        id: row.id,
        href: listedHref(prospectList, query, row.id),
        name: row.companyName,
        cells: {
          company: row.companyName,
          number: row.number,
          requestor: row.isConfirmed ? fullName(row) : <Unverified name={fullName(row)} />,
          country: countryName(row.country),
          status: <Status word={prospectStatuses[row.status]} />,
          waiting: waited(row.submittedAt, row.decidedAt ?? now),
          target: row.status === "withdrawn" ? "" : <Target {...row} now={now} targetDays={targetDays} />,
          sales: <InSales stage={row.salesStage} />,
        },
      }))}
      empty={{
        icon: <Inbox />,
        title: "No prospects yet",
        text: "A request that is sent on the public form becomes a prospect here at once.",
        actions: <ButtonLink href="/request">Open the form</ButtonLink>,
      }}
      commands={mayDecide ? [deed("a", "approve"), deed("r", "reject")] : undefined}
    />
  )
}

function Unverified({ name }: { name: string }) {
  return (
    <span className="flex items-center gap-2">
      <span className="truncate">{name}</span> <Tag tone="wait">Unverified</Tag>
    </span>
  )
}
