import type { Metadata } from "next"
import { AuditList } from "@/components/settings/audit-list"
import { requireStaff } from "@/lib/identity/actor"
import { listStaff } from "@/lib/identity/list-staff"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { labelOfRecord } from "@/lib/settings/audit/get-entry"
import { auditList } from "@/lib/settings/audit/list"
import { getChainState, listAudit } from "@/lib/settings/audit/queries"

export const metadata: Metadata = { title: "Audit" }

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("audit:read")
  const query = readListQuery(auditList, await searchParams)
  const [page, chain, people, recordLabel] = await Promise.all([
    listAudit(query, staff.id),
    getChainState(),
    listStaff(""),
    query.filters.record ? labelOfRecord(query.filters.record) : null,
  ])
  return <AuditList query={query} page={page} chain={chain} people={people} recordLabel={recordLabel} />
}
