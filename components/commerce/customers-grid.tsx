import { SearchX } from "lucide-react"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { Grid, type GridColumn } from "@/components/ui/grid"
import { Status } from "@/components/ui/status"
import { momentText } from "@/components/ui/time"
import type { CustomerListRow } from "@/lib/commerce/customers/queries"
import { customerStatuses, customerTypes } from "@/lib/commerce/customers/rules"
import { type CustomerQuery, customerList } from "@/lib/commerce/customers/views"
import { countryName } from "@/lib/onboarding/countries"
import { sortLink } from "@/lib/platform/list-query"

const columnsOf = (query: CustomerQuery): GridColumn[] => [
  { key: "name", label: "Name", sort: sortLink(customerList, query, "name") },
  { key: "number", label: "Number", width: 116, quiet: true, phone: "top" },
  { key: "type", label: "Type", width: 112, phone: "second" },
  { key: "status", label: "Status", width: 124, phone: "end" },
  { key: "email", label: "Email", width: 248, hideBelow: "m" },
  { key: "place", label: "Country/region or organization", width: 240 },
  { key: "created", label: "Created", width: 116, align: "right", sort: sortLink(customerList, query, "created") },
]

/** The rows of Customers; the name leads to the record. */
export function CustomersGrid({ rows, query }: { rows: readonly CustomerListRow[]; query: CustomerQuery }) {
  return (
    <Grid
      label="Customers"
      columns={columnsOf(query)}
      empty={<NoCustomers isNarrowed={Boolean(query.q || query.filters.type || query.filters.status)} />}
      rows={rows.map((row) => ({
        id: row.id,
        href: `/commerce/customers/${row.id}`,
        name: row.name,
        cells: {
          name: row.name,
          number: row.number,
          type: customerTypes[row.type],
          status: <Status word={customerStatuses[row.status]} />,
          email: row.email ?? "–",
          place: row.organizationName ?? (row.country ? countryName(row.country) : "–"),
          created: momentText(row.createdAt, "date"),
        },
      }))}
    />
  )
}

function NoCustomers({ isNarrowed }: { isNarrowed: boolean }) {
  return isNarrowed ? (
    <Empty
      icon={<SearchX />}
      title="No customers match"
      text="Nothing holds what you searched for with these filters."
      actions={<ButtonLink href="/commerce/customers">Show all customers</ButtonLink>}
    />
  ) : (
    <Empty icon={<SearchX />} title="No customers yet" text="Qualifying a lead or approving a prospect creates the first two." />
  )
}
