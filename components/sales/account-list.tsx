import { Building2 } from "lucide-react"
import { type ListColumn, RecordList } from "@/components/shell/record-list"
import { Person } from "@/components/ui/person"
import { Moment } from "@/components/ui/time"
import { countryName } from "@/lib/platform/countries"
import type { Page } from "@/lib/platform/keyset"
import { listedHref } from "@/lib/platform/list-query"
import type { AccountRow } from "@/lib/sales/accounts/queries"
import { type AccountQuery, accountList } from "@/lib/sales/accounts/views"

const columns: readonly ListColumn[] = [
  { key: "name", label: "Account", sort: "name" },
  { key: "city", label: "City", width: 180, phone: "second" },
  { key: "country", label: "Country/region", width: 156 },
  { key: "phone", label: "Phone", width: 156, hideBelow: "m" },
  { key: "owner", label: "Owner", width: 156 },
  { key: "customer", label: "Customer", width: 114, quiet: true, phone: "end" },
  { key: "created", label: "Created", width: 124, sort: "created", hideBelow: "m" },
]

const text = "Qualify a lead, and its company appears here."

/** The list of accounts. */
export function AccountList({ query, page, viewerId }: { query: AccountQuery; page: Page<AccountRow>; viewerId: string }) {
  return (
    <RecordList
      shape={accountList}
      query={query}
      noun={["account", "accounts"]}
      page={page}
      columns={columns}
      rows={page.rows.map((row) => ({
        id: row.id,
        href: listedHref(accountList, query, row.id),
        name: row.name,
        cells: {
          name: row.name,
          city: row.city,
          country: row.country && countryName(row.country),
          phone: row.phone,
          owner: <Person name={row.ownerName} me={row.ownerId === viewerId} />,
          customer: row.customerNumber,
          created: <Moment at={row.createdAt} style="date" />,
        },
      }))}
      empty={{ icon: <Building2 />, title: "No accounts yet", text }}
    />
  )
}
