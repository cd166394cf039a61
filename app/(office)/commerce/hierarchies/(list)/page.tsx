import type { Metadata } from "next"
import { HierarchiesGrid } from "@/components/commerce/hierarchies-grid"
import { ListRail } from "@/components/shell/list-rail"
import { countOf } from "@/components/shell/page-range"
import { FilterBar } from "@/components/ui/filter-bar"
import { GridKeys } from "@/components/ui/grid-keys"
import { PageHeader } from "@/components/ui/page-header"
import { SearchBox } from "@/components/ui/search-box"
import { listHierarchies } from "@/lib/commerce/hierarchies/queries"
import { hierarchyList } from "@/lib/commerce/hierarchies/views"
import { requireStaff } from "@/lib/identity/actor"
import { keptParams, readListQuery, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Customer hierarchies" }

export default async function HierarchiesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("hierarchy:read")
  const query = readListQuery(hierarchyList, await searchParams)
  const page = await listHierarchies(query)
  return (
    <>
      <PageHeader title="Customer hierarchies" count={countOf(page, "hierarchy", "hierarchies")} />
      <GridKeys>
        <FilterBar>
          <SearchBox action={hierarchyList.path} label="Search customer hierarchies" q={query.q} keep={keptParams(hierarchyList, query)} />
        </FilterBar>
        <HierarchiesGrid rows={page.rows} query={query} />
        <ListRail shape={hierarchyList} query={query} page={page} />
      </GridKeys>
    </>
  )
}
