"use client"
import { Field } from "@/components/ui/field"
import { Textarea } from "@/components/ui/textarea"
import { useToast } from "@/components/ui/toast"
import { reopenOpportunity } from "@/lib/sync/actions"
import { CommandDialog } from "./command-dialog"
import type { OpportunityDialogProps } from "./opportunity-work"

/** **Reopen**: the opportunity is Open again; after Won the partner's access ends at once. */
export function ReopenDialog({ work, onClose }: OpportunityDialogProps) {
  const { showToast } = useToast()
  return (
    <CommandDialog
      name="Reopen"
      busyLabel="Reopening"
      sentence={
        <>
          Opens <b>{work.topic}</b> again
          {work.prospectNumber && (
            <>
              , makes prospect <b>{work.prospectNumber}</b> Pending
            </>
          )}
          {work.state === "won" && work.prospectNumber ? (
            <>
              , suspends the customer hierarchy of <b>{work.companyName}</b> and ends the sessions of its users at once.
            </>
          ) : (
            "."
          )}{" "}
          Nobody gets mail.
        </>
      }
      action={reopenOpportunity}
      fixed={{ opportunityId: work.id }}
      refusal={work.refusals.reopen}
      onClose={onClose}
      onDone={() => {
        onClose()
        showToast({ title: "Open again", text: work.topic })
      }}
    >
      {(errors) => (
        <Field label="Reason" hint="Stays on the timeline." error={errors.reason}>
          {(control) => <Textarea {...control} name="reason" maxLength={2000} required />}
        </Field>
      )}
    </CommandDialog>
  )
}
