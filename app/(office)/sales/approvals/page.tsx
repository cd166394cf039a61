import { Banknote } from "lucide-react"
import type { Metadata } from "next"
import { ApprovalGroups } from "@/components/shell/approval-groups"
import { ApprovalsTable } from "@/components/shell/approvals-table"
import { NothingHolds, PageSearch } from "@/components/shell/page-search"
import { ButtonLink } from "@/components/ui/button-link"
import { PageHeader } from "@/components/ui/page-header"
import { Strip } from "@/components/ui/strip"
import { countWaitingTerms } from "@/lib/commerce/credit/queries"
import { requireStaff } from "@/lib/identity/actor"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"
import { listApprovals } from "@/lib/sync/approvals/queries"

export const metadata: Metadata = { title: "Approvals" }

const path = "/sales/approvals"

export default async function ApprovalsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("approval:read")
  const q = readSearch(await searchParams)
  const [{ waiting, total, answered }, credit] = await Promise.all([listApprovals(staff, q), countWaitingTerms()])
  const isMore = !q && total > waiting.length
  return (
    <>
      <PageHeader
        title="Approvals"
        count={`${total === 1 ? "1 waits" : `${total.toLocaleString("en")} wait`} for a second person${isMore ? `, the oldest ${waiting.length} are listed` : ""}`}
      />
      {credit > 0 && (
        <Strip
          tone="wait"
          icon={<Banknote aria-hidden="true" />}
          action={
            <ButtonLink size="s" href="/commerce/credit?view=waiting">
              Show them
            </ButtonLink>
          }
        >
          <b>{credit === 1 ? "1 change of credit" : `${credit.toLocaleString("en")} changes of credit`}</b>{" "}
          {credit === 1 ? "waits" : "wait"} for a second person, too.
        </Strip>
      )}
      <div className={credit > 0 ? "flex-none pt-3" : "flex-none"}>
        <PageSearch path={path} label="Search approvals" q={q} />
      </div>
      {q && waiting.length + answered.length === 0 ? (
        <NothingHolds noun="approvals" path={path} />
      ) : (
        (!q || waiting.length > 0) && (
          <>
            <ApprovalGroups waiting={waiting} />
            <ApprovalsTable label="Waiting" rows={waiting} isWaiting />
          </>
        )
      )}
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
