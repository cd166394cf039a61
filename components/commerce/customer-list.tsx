import { Building2 } from "lucide-react"
import { ListFilter } from "@/components/shell/list-filter"
import { type ListColumn, RecordList } from "@/components/shell/record-list"
import { Status } from "@/components/ui/status"
import { momentText } from "@/components/ui/time"
import type { CustomerListRow } from "@/lib/commerce/customers/queries"
import { customerStatuses, customerTypes } from "@/lib/commerce/customers/rules"
import { type CustomerQuery, customerList } from "@/lib/commerce/customers/views"
import { countryName } from "@/lib/platform/countries"
import type { Page } from "@/lib/platform/keyset"

const columns: readonly ListColumn[] = [
  { key: "name", label: "Name", sort: "name" },
  { key: "number", label: "Number", width: 116, quiet: true, phone: "top" },
  { key: "type", label: "Type", width: 112, phone: "second" },
  { key: "status", label: "Status", width: 124, phone: "end" },
  { key: "email", label: "Email", width: 248, hideBelow: "m" },
  { key: "place", label: "Country/region or organization", width: 240 },
  { key: "created", label: "Created", width: 116, align: "right", sort: "created" },
]

const text = "Qualifying a lead or approving a prospect creates the first two."

/** The list of customers, of both types. */
export function CustomerList({ query, page }: { query: CustomerQuery; page: Page<CustomerListRow> }) {
  const list = { shape: customerList, query }
  return (
    <RecordList
      {...list}
      noun={["customer", "customers"]}
      page={page}
      columns={columns}
      rows={page.rows.map((row) => ({
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
      filters={
        <>
          <ListFilter {...list} name="type" label="Type" words={customerTypes} />
          <ListFilter {...list} name="status" label="Status" words={customerStatuses} />
        </>
      }
      empty={{ icon: <Building2 />, title: "No customers yet", text }}
    />
  )
}
