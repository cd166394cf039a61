"use client"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { assignLead } from "@/lib/sales/actions"
import type { LeadDialogProps } from "./lead-work"

/** **Assign**: who works the lead from now on. Sellers can only take it themselves. */
export function AssignDialog({ work, onClose }: LeadDialogProps) {
  const { owners, ownerName } = work
  const isForMe = owners.length === 1 && owners[0]?.id === work.viewerId
  const options = owners.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <CommandDialog
      title="Assign"
      busyWord="Assigning"
      sentence={
        <>
          {isForMe ? "You take " : "Gives "}
          <b>{work.companyName}</b>
          {isForMe ? "." : " an owner."} It will be in the owner's view <b>My open leads</b>
          {ownerName && (
            <>
              {" "}
              and no longer in <b>{ownerName}</b>'s
            </>
          )}
          . Nobody gets mail.
        </>
      }
      action={assignLead}
      hidden={{ leadId: work.id }}
      refusal={work.refusals.assign}
      onClose={onClose}
      news={(data) => ({ title: "New owner", text: `${work.companyName} is now ${data.ownerName}'s.` })}
    >
      {(errors) => (
        <Field
          label="Owner"
          error={errors.ownerId}
          hint={isForMe ? "You can take a lead yourself. A Sales manager can give it to others." : undefined}
        >
          {(control) => <Select {...control} name="ownerId" options={options} defaultValue={work.ownerId ?? work.viewerId} />}
        </Field>
      )}
    </CommandDialog>
  )
}
