"use client"
import { Ban, Check } from "lucide-react"
import type { DecideView } from "@/components/commerce/decide-view"
import { Command } from "@/components/shell/command"
import { useUndoNews } from "@/components/shell/use-undo-news"
import { Field } from "@/components/ui/field"
import { Textarea } from "@/components/ui/textarea"
import { approveProspect, rejectProspect } from "@/lib/sync/actions"

const noteHint = "The applicant reads it in the email."
const defaultReason = "We cannot offer a partnership at this time."

/** The commands Approve and Reject of a prospect, each with its dialog. */
export function DecideProspect(view: DecideView) {
  const { prospectId, companyName, undoSeconds } = view
  const newsOf = useUndoNews(undoSeconds)
  const shared = { hidden: { prospectId }, undoSeconds }
  return (
    <>
      <Command
        {...shared}
        title="Approve"
        icon={<Check aria-hidden="true" />}
        trigger={{ tone: "primary" }}
        sentence={view.approval}
        startsOpen={view.opens === "approve"}
        reason={view.refusedApprove}
        busyWord="Approving"
        action={approveProspect}
        news={(data) => newsOf(data, `${companyName} approved`, `Customer hierarchy ${data.hierarchyNumber}.`)}
      >
        {(errors) => (
          <Field label="Note to the applicant" mark="optional" hint={noteHint} error={errors.noteToApplicant}>
            {({ size: _, ...control }) => <Textarea {...control} name="noteToApplicant" rows={4} />}
          </Field>
        )}
      </Command>
      <Command
        {...shared}
        title="Reject"
        icon={<Ban aria-hidden="true" />}
        tone="danger"
        sentence={view.rejection}
        startsOpen={view.opens === "reject"}
        reason={view.refusedReject}
        busyWord="Rejecting"
        action={rejectProspect}
        news={(data) => newsOf(data, `${companyName} rejected`, "The email waits until the time to undo is over.")}
      >
        {(errors) => (
          <div className="grid gap-4">
            <Field label="Reason" hint="The applicant reads it." error={errors.reason}>
              {({ size: _, ...control }) => <Textarea {...control} name="reason" rows={2} defaultValue={defaultReason} />}
            </Field>
            <Field label="Note to the applicant" mark="optional" hint={noteHint} error={errors.noteToApplicant}>
              {({ size: _, ...control }) => <Textarea {...control} name="noteToApplicant" rows={4} />}
            </Field>
          </div>
        )}
      </Command>
    </>
  )
}
