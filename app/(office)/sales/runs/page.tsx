import type { Metadata } from "next"
import { RunList } from "@/components/bulk/run-list"
import { PageHeader } from "@/components/ui/page-header"
import { listRuns } from "@/lib/bulk/queries"
import { requireStaff } from "@/lib/identity/actor"

export const metadata: Metadata = { title: "Runs" }

export default async function RunsPage() {
  await requireStaff("lead:read")
  return (
    <>
      <PageHeader title="Runs" count="What was done to many records at once" />
      <RunList runs={await listRuns()} />
    </>
  )
}
