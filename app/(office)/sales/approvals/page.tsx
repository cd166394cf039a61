import type { Metadata } from "next"
import { ApprovalGroups } from "@/components/shell/approval-groups"
import { ApprovalsTable } from "@/components/shell/approvals-table"
import { PageHeader } from "@/components/ui/page-header"
import { requireStaff } from "@/lib/identity/actor"
import { listApprovals } from "@/lib/sync/approvals/queries"

export const metadata: Metadata = { title: "Approvals" }

export default async function ApprovalsPage() {
  const staff = await requireStaff("approval:read")
  const { waiting, total, answered } = await listApprovals(staff)
  const isMore = total > waiting.length
  return (
    <>
      <PageHeader
        title="Approvals"
        count={`${total === 1 ? "1 waits" : `${total.toLocaleString("en")} wait`} for a second person${isMore ? `, the oldest ${waiting.length} are listed` : ""}`}
      />
      <ApprovalGroups waiting={waiting} />
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
