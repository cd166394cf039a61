import type { Metadata } from "next"
import { ProspectKeys } from "@/components/commerce/prospect-keys"
import { ProspectTabs } from "@/components/commerce/prospect-tabs"
import { ProspectsGrid } from "@/components/commerce/prospects-grid"
import { ListRail } from "@/components/shell/list-rail"
import { FilterBar } from "@/components/ui/filter-bar"
import { PageHeader } from "@/components/ui/page-header"
import { SearchBox } from "@/components/ui/search-box"
import { countProspects, listProspects } from "@/lib/commerce/prospects/queries"
import { prospectList } from "@/lib/commerce/prospects/views"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { env } from "@/lib/platform/env"
import { keptParams, readListQuery, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "All prospects" }

const decideKeys = [
  { keys: ["A"], word: "approve" },
  { keys: ["R"], word: "reject" },
]

export default async function ProspectsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("prospect:read")
  const mayDecide = may(staff.staffRole, "prospect:approve")
  const query = readListQuery(prospectList, await searchParams)
  const now = new Date()
  const targetDays = env().DECISION_TARGET_DAYS
  const overdueSince = new Date(now.getTime() - targetDays * 86_400_000)
  const [page, counts] = await Promise.all([listProspects(query), countProspects(overdueSince)])

  const waiting = `${counts.pending} waiting for a decision, ${counts.overdue} over the target of ${targetDays} days`
  return (
    <>
      <PageHeader title="All prospects" count={waiting} />
      <ProspectTabs query={query} counts={counts} />
      <ProspectKeys mayDecide={mayDecide}>
        <div className="pt-2.5">
          <FilterBar>
            <SearchBox action={prospectList.path} label="Search prospects" q={query.q} keep={keptParams(prospectList, query)} />
          </FilterBar>
        </div>
        <ProspectsGrid rows={page.rows} query={query} now={now} targetDays={targetDays} />
        <ListRail shape={prospectList} query={query} page={page} keys={mayDecide ? decideKeys : []} />
      </ProspectKeys>
    </>
  )
}
