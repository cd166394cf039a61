import type { Metadata } from "next"
import { CreateHierarchy } from "@/components/commerce/create-hierarchy"
import { findOrganizations } from "@/lib/commerce/hierarchies/find-organizations"
import { getHead } from "@/lib/commerce/hierarchies/get-head"
import { requireStaff } from "@/lib/identity/actor"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "New customer hierarchy" }

export default async function NewHierarchyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("hierarchy:edit")
  const asked = await searchParams
  const q = readSearch(asked)
  const head = typeof asked.organization === "string" ? await getHead(asked.organization) : null
  return <CreateHierarchy q={q} head={head} found={head ? [] : await findOrganizations(q, "head")} />
}
