"use client"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Field } from "@/components/ui/field"
import { Textarea } from "@/components/ui/textarea"
import { reopenOpportunity } from "@/lib/sync/actions"
import { listed } from "./counted"
import type { OpportunityDialogProps } from "./opportunity-work"

/** **Reopen**: the opportunity is Open again; after Won the partner's access ends at once. */
export function ReopenDialog({ work, onClose }: OpportunityDialogProps) {
  return (
    <CommandDialog
      title="Reopen"
      busyWord="Reopening"
      sentence={
        <>
          Opens <b>{work.topic}</b> again
          {work.requests.length > 0 && (
            <>
              , makes {work.requests.length === 1 ? "prospect" : "prospects"} <b>{listed(work.requests.map(({ number }) => number))}</b>{" "}
              Pending
            </>
          )}
          {work.state === "won" && work.requests.length > 0 ? (
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
      hidden={{ opportunityId: work.id }}
      refusal={work.refusals.reopen}
      onClose={onClose}
      news={() => ({ title: "Open again", text: work.topic })}
    >
      {(errors) => (
        <Field label="Reason" hint="Stays on the timeline." error={errors.reason}>
          {(control) => <Textarea {...control} name="reason" maxLength={2000} required />}
        </Field>
      )}
    </CommandDialog>
  )
}
