import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { AuditRecord } from "@/components/settings/audit-record"
import { requireStaff } from "@/lib/identity/actor"
import { neighbours } from "@/lib/platform/keyset"
import { listedHref } from "@/lib/platform/list-href"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { getAuditEntry } from "@/lib/settings/audit/get-entry"
import { auditList } from "@/lib/settings/audit/list"
import { auditListing } from "@/lib/settings/audit/queries"

export const metadata: Metadata = { title: "Audit" }

type AuditEntryProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function AuditEntryPage({ params, searchParams }: AuditEntryProps) {
  const staff = await requireStaff("audit:read")
  const entry = await getAuditEntry((await params).id)
  if (!entry) notFound()
  const query = readListQuery(auditList, await searchParams)
  const beside = await neighbours(await auditListing(query, staff.id), entry.id)
  const hrefOf = (id: string | null) => id && listedHref(auditList, query, id)
  return <AuditRecord entry={entry} query={query} step={{ previousHref: hrefOf(beside.previous), nextHref: hrefOf(beside.next) }} />
}
