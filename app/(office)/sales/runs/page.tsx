import type { Metadata } from "next"
import { RunList } from "@/components/bulk/run-list"
import { NothingHolds, PageSearch } from "@/components/shell/page-search"
import { PageHeader } from "@/components/ui/page-header"
import { listRuns } from "@/lib/bulk/queries"
import { requireStaff } from "@/lib/identity/actor"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Runs" }

const path = "/sales/runs"

export default async function RunsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("lead:read")
  const q = readSearch(await searchParams)
  const runs = await listRuns(q)
  return (
    <>
      <PageHeader title="Runs" count="What was done to many records at once" />
      <PageSearch path={path} label="Search runs" q={q} />
      {q && runs.length === 0 ? <NothingHolds noun="runs" path={path} /> : <RunList runs={runs} />}
    </>
  )
}
