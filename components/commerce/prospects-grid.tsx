import { SearchX } from "lucide-react"
import { InSales } from "@/components/commerce/in-sales"
import { Target, waited } from "@/components/commerce/target"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { Grid, type GridColumn } from "@/components/ui/grid"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import type { ProspectRow } from "@/lib/commerce/prospects/queries"
import { prospectStatuses } from "@/lib/commerce/prospects/rules"
import { type ProspectQuery, prospectList } from "@/lib/commerce/prospects/views"
import { countryName } from "@/lib/onboarding/countries"
import { listHref, listParams, sortLink } from "@/lib/platform/list-query"
import { fullName } from "@/lib/platform/party"

type ProspectsGridProps = { rows: readonly ProspectRow[]; query: ProspectQuery; now: Date; targetDays: number }

const columnsOf = (query: ProspectQuery): GridColumn[] => [
  { key: "company", label: "Company", sort: sortLink(prospectList, query, "company") },
  { key: "number", label: "Number", width: 112, quiet: true, hideBelow: "m" },
  { key: "requestor", label: "Requestor", width: 232, phone: "second" },
  { key: "country", label: "Country/region", width: 132, hideBelow: "m" },
  { key: "status", label: "Status", width: 116, phone: "end" },
  { key: "waiting", label: "Waiting", width: 96, align: "right", sort: sortLink(prospectList, query, "waiting") },
  { key: "target", label: "Target", width: 146, phone: "top" },
  { key: "sales", label: "In Sales", width: 120, hideBelow: "m" },
]

/** The rows of All prospects; the company leads to the record. */
export function ProspectsGrid({ rows, query, now, targetDays }: ProspectsGridProps) {
  const from = new URLSearchParams(listParams(prospectList, { ...query, after: null, before: null })).toString()
  return (
    <Grid
      label="All prospects"
      columns={columnsOf(query)}
      empty={<NoProspects query={query} />}
      rows={rows.map((row) => ({
        id: row.id,
        href: [`/commerce/prospects/${row.id}`, from].filter(Boolean).join("?"),
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
    />
  )
}

function Unverified({ name }: { name: string }) {
  return (
    <>
      {name} <Tag tone="wait">Unverified</Tag>
    </>
  )
}

function NoProspects({ query }: { query: ProspectQuery }) {
  const isNarrowed = Boolean(query.q || query.filters.status)
  if (!isNarrowed) {
    return (
      <Empty
        icon={<SearchX />}
        title="No prospects yet"
        text="A request that is sent on the public form becomes a prospect here at once."
        actions={<ButtonLink href="/request">Open the form</ButtonLink>}
      />
    )
  }
  return (
    <Empty
      icon={<SearchX />}
      title="No prospects match"
      text={query.q ? `Nothing holds “${query.q}” in company, person, email, phone or number.` : "No prospect has this status."}
      actions={<ButtonLink href={listHref(prospectList, query, { q: "", filters: { status: null } })}>Show all prospects</ButtonLink>}
    />
  )
}
