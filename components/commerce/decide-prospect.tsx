"use client"
import { Ban, Check } from "lucide-react"
import { ApproveFields, RejectFields } from "@/components/commerce/decide-fields"
import type { DecideView } from "@/components/commerce/decide-view"
import { ReopenProspect } from "@/components/commerce/reopen-prospect"
import { Command } from "@/components/shell/command"
import { useUndoNews } from "@/components/shell/use-undo-news"
import { approveProspect, rejectProspect } from "@/lib/sync/actions"

/** The commands Approve and Reject of a prospect, each with its dialog and the email that it becomes. */
export function DecideProspect(view: DecideView) {
  const { prospectId, companyName, undoSeconds, asks } = view
  const newsOf = useUndoNews(undoSeconds)
  const shared = { hidden: { prospectId }, width: "wide" } as const
  return (
    <>
      <Command
        {...shared}
        title="Approve"
        icon={<Check aria-hidden="true" />}
        trigger={{ tone: "primary" }}
        sentence={view.approval}
        undoSeconds={asks.approve ? 0 : undoSeconds}
        startsOpen={view.opens === "approve"}
        reason={view.refusedApprove}
        busyWord="Approving"
        action={approveProspect}
        news={(data) => newsOf(data, `${companyName} approved`, `Customer hierarchy ${data.hierarchyNumber}.`)}
      >
        {(errors) => <ApproveFields view={view} errors={errors} />}
      </Command>
      <Command
        {...shared}
        title="Reject"
        icon={<Ban aria-hidden="true" />}
        tone="danger"
        sentence={view.rejection}
        undoSeconds={asks.reject ? 0 : undoSeconds}
        startsOpen={view.opens === "reject"}
        reason={view.refusedReject}
        busyWord="Rejecting"
        action={rejectProspect}
        news={(data) => newsOf(data, `${companyName} rejected`, "The email waits until the time to undo is over.")}
      >
        {(errors) => <RejectFields view={view} errors={errors} />}
      </Command>
      {view.refusedReopen !== undefined && <ReopenProspect {...{ prospectId, companyName }} reason={view.refusedReopen} />}
    </>
  )
}
