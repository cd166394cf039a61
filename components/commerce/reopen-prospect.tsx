"use client"
import { RotateCcw } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Textarea } from "@/components/ui/textarea"
import { reopenProspect } from "@/lib/sync/actions"

type ReopenProspectProps = { prospectId: string; companyName: string; reason: string | null }

/** **Reopen**: a rejected or expired request is Pending again. */
export function ReopenProspect({ prospectId, companyName, reason }: ReopenProspectProps) {
  return (
    <Command
      title="Reopen"
      icon={<RotateCcw aria-hidden="true" />}
      sentence={
        <>
          Opens the request of <b>{companyName}</b> again: it is Pending, and nobody gets mail.
        </>
      }
      busyWord="Reopening"
      action={reopenProspect}
      hidden={{ prospectId }}
      reason={reason}
      news={() => ({ title: `${companyName} reopened` })}
    >
      {(errors) => (
        <Field label="Reason" hint="Stays inside, on the timeline." error={errors.reason}>
          {({ size: _, ...control }) => <Textarea {...control} name="reason" rows={3} maxLength={2000} />}
        </Field>
      )}
    </Command>
  )
}
