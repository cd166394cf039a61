"use client"
import { CommandDialog } from "@/components/shell/command-dialog"
import { useUndoNews } from "@/components/shell/use-undo-news"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { Textarea } from "@/components/ui/textarea"
import { disqualificationReasons, leadStatusReasons } from "@/lib/sales/leads/rules"
import { disqualifyLead } from "@/lib/sync/actions"
import type { LeadDialogProps } from "./lead-work"

const reasons = disqualificationReasons.map((value) => ({ value, label: leadStatusReasons[value].word }))

/** **Disqualify**: one of the four reasons, a comment that stays inside, a note that goes out. */
export function DisqualifyDialog({ work, onClose }: LeadDialogProps) {
  const newsOf = useUndoNews(work.windowSeconds)
  const { prospectNumber, doesDecide } = work
  return (
    <CommandDialog
      title="Disqualify"
      busyWord="Disqualifying"
      sentence={
        doesDecide && prospectNumber ? (
          <>
            Disqualifies <b>{work.companyName}</b>, rejects prospect <b>{prospectNumber}</b> in Commerce and sends <b>{work.personName}</b>{" "}
            the decline mail.
          </>
        ) : (
          <>
            Disqualifies <b>{work.companyName}</b>. Nothing changes in Commerce, and nobody gets mail.
          </>
        )
      }
      action={disqualifyLead}
      hidden={{ leadId: work.id }}
      undoSeconds={work.windowSeconds}
      refusal={work.refusals.disqualify}
      onClose={onClose}
      news={(data) => newsOf(data, "Disqualified", work.companyName)}
    >
      {(errors) => (
        <>
          <Field label="Status reason" error={errors.statusReason} width={260}>
            {(control) => <Select {...control} name="statusReason" options={reasons} defaultValue="lost" />}
          </Field>
          <Field label="Comment" mark="optional" hint="Stays inside, on the lead's timeline." error={errors.comment}>
            {(control) => <Textarea {...control} name="comment" maxLength={2000} />}
          </Field>
          {doesDecide && prospectNumber && (
            <Field label="Note to the applicant" mark="optional" hint="Goes out with the decline mail." error={errors.noteToApplicant}>
              {(control) => <Textarea {...control} name="noteToApplicant" maxLength={2000} />}
            </Field>
          )}
        </>
      )}
    </CommandDialog>
  )
}
