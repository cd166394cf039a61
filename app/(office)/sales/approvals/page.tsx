import type { Metadata } from "next"
import { ApprovalsTable } from "@/components/shell/approvals-table"
import { PageHeader } from "@/components/ui/page-header"
import { requireStaff } from "@/lib/identity/actor"
import { listApprovals } from "@/lib/sync/approvals/queries"

export const metadata: Metadata = { title: "Approvals" }

export default async function ApprovalsPage() {
  const staff = await requireStaff("approval:read")
  const { waiting, answered } = await listApprovals(staff)
  return (
    <>
      <PageHeader
        title="Approvals"
        count={waiting.length === 1 ? "1 waits for a second person" : `${waiting.length} wait for a second person`}
      />
      <ApprovalsTable label="Waiting" rows={waiting} isWaiting />
      {answered.length > 0 && (
        <section aria-labelledby="answered" className="pt-5">
          <h2 id="answered" className="px-6 pb-2.5 text-14 font-semi max-m:px-4">
            Answered
          </h2>
          <ApprovalsTable label="Answered" rows={answered} />
        </section>
      )}
    </>
  )
}
