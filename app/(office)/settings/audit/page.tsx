import type { Metadata } from "next"
import { AuditTable } from "@/components/settings/audit-table"
import { SettingsHead } from "@/components/settings/settings-head"
import { ListRail } from "@/components/shell/list-rail"
import { FilterBar } from "@/components/ui/filter-bar"
import { SearchBox } from "@/components/ui/search-box"
import { requireStaff } from "@/lib/identity/actor"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { listAudit } from "@/lib/settings/queries"
import { auditList } from "@/lib/settings/views"

export const metadata: Metadata = { title: "Audit" }

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("audit:read")
  const query = readListQuery(auditList, await searchParams)
  const page = await listAudit(query)
  return (
    <>
      <SettingsHead title="Audit" path={auditList.path} text="Every move, newest first. Nothing here is ever changed or deleted." />
      <FilterBar>
        <SearchBox action={auditList.path} label="Search the audit" q={query.q} />
      </FilterBar>
      <AuditTable rows={page.rows} />
      <ListRail shape={auditList} query={query} page={page} />
    </>
  )
}
