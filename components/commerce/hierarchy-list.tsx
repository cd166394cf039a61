import { Network } from "lucide-react"
import { type ListColumn, RecordList } from "@/components/shell/record-list"
import { ButtonLink } from "@/components/ui/button-link"
import { Status } from "@/components/ui/status"
import { momentText } from "@/components/ui/time"
import type { HierarchyRow } from "@/lib/commerce/hierarchies/queries"
import { type HierarchyQuery, hierarchyList } from "@/lib/commerce/hierarchies/views"
import type { Page } from "@/lib/platform/keyset"

const columns: readonly ListColumn[] = [
  { key: "name", label: "Name", sort: "name" },
  { key: "number", label: "Number", width: 116, quiet: true, phone: "second" },
  { key: "status", label: "Status", width: 124, phone: "end" },
  { key: "organization", label: "Organization", width: 300, hideBelow: "m" },
  { key: "members", label: "Members", width: 92, align: "right", phone: "top" },
  { key: "created", label: "Created", width: 116, align: "right", sort: "created" },
]

const text = "Approving a prospect creates one, with the requestor as its Admin."

/** The list of customer hierarchies. */
export function HierarchyList({ query, page }: { query: HierarchyQuery; page: Page<HierarchyRow> }) {
  return (
    <RecordList
      shape={hierarchyList}
      query={query}
      noun={["customer hierarchy", "customer hierarchies"]}
      page={page}
      columns={columns}
      rows={page.rows.map((row) => ({
        id: row.id,
        href: `/commerce/hierarchies/${row.id}`,
        name: row.name,
        cells: {
          name: row.name,
          number: row.number,
          status: <Status word={row.suspendedAt ? "Suspended" : "Active"} />,
          organization: `${row.organizationNumber} ${row.organizationName}`,
          members: row.members,
          created: momentText(row.createdAt, "date"),
        },
      }))}
      empty={{
        icon: <Network />,
        title: "No customer hierarchies yet",
        text,
        actions: <ButtonLink href="/commerce/prospects?status=pending">Show pending prospects</ButtonLink>,
      }}
    />
  )
}
