"use client"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { useToast } from "@/components/ui/toast"
import { assignLead } from "@/lib/sales/actions"
import { CommandDialog } from "./command-dialog"
import type { LeadDialogProps } from "./lead-work"

/** **Assign**: who works the lead from now on. Sellers can only take it themselves. */
export function AssignDialog({ work, onClose }: LeadDialogProps) {
  const { showToast } = useToast()
  const { owners, ownerName } = work
  const isForMe = owners.length === 1 && owners[0]?.id === work.viewerId
  const options = owners.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <CommandDialog
      name="Assign"
      busyLabel="Assigning"
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
      fixed={{ leadId: work.id }}
      refusal={work.refusals.assign}
      onClose={onClose}
      onDone={(data) => {
        onClose()
        showToast({ title: "New owner", text: `${work.companyName} is now ${data.ownerName}'s.` })
      }}
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
