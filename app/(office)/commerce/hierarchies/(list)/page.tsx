import type { Metadata } from "next"
import { HierarchyList } from "@/components/commerce/hierarchy-list"
import { listHierarchies } from "@/lib/commerce/hierarchies/queries"
import { hierarchyList } from "@/lib/commerce/hierarchies/views"
import { requireStaff } from "@/lib/identity/actor"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Customer hierarchies" }

export default async function HierarchiesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("hierarchy:read")
  const query = readListQuery(hierarchyList, await searchParams)
  return <HierarchyList query={query} page={await listHierarchies(query)} />
}
