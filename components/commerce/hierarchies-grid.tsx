import { Network } from "lucide-react"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { Grid, type GridColumn } from "@/components/ui/grid"
import { Status } from "@/components/ui/status"
import { momentText } from "@/components/ui/time"
import type { HierarchyRow } from "@/lib/commerce/hierarchies/queries"
import { type HierarchyQuery, hierarchyList } from "@/lib/commerce/hierarchies/views"
import { sortLink } from "@/lib/platform/list-query"

const columnsOf = (query: HierarchyQuery): GridColumn[] => [
  { key: "name", label: "Name", sort: sortLink(hierarchyList, query, "name") },
  { key: "number", label: "Number", width: 116, quiet: true, phone: "second" },
  { key: "status", label: "Status", width: 124, phone: "end" },
  { key: "organization", label: "Organization", width: 300, hideBelow: "m" },
  { key: "members", label: "Members", width: 92, align: "right", phone: "top" },
  { key: "created", label: "Created", width: 116, align: "right", sort: sortLink(hierarchyList, query, "created") },
]

/** The rows of Customer hierarchies; the name leads to the record. */
export function HierarchiesGrid({ rows, query }: { rows: readonly HierarchyRow[]; query: HierarchyQuery }) {
  return (
    <Grid
      label="Customer hierarchies"
      columns={columnsOf(query)}
      empty={<NoHierarchies q={query.q} />}
      rows={rows.map((row) => ({
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
    />
  )
}

function NoHierarchies({ q }: { q: string }) {
  return q ? (
    <Empty
      icon={<Network />}
      title="No customer hierarchies match"
      text={`Nothing holds “${q}” in name or number.`}
      actions={<ButtonLink href={hierarchyList.path}>Show all customer hierarchies</ButtonLink>}
    />
  ) : (
    <Empty
      icon={<Network />}
      title="No customer hierarchies yet"
      text="Approving a prospect creates one, with the requestor as its Admin."
      actions={<ButtonLink href="/commerce/prospects?status=pending">Show pending prospects</ButtonLink>}
    />
  )
}
