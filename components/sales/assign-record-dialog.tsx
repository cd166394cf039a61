"use client"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { assignAccount, assignContact, assignOpportunity } from "@/lib/sales/actions"
import type { Owner } from "@/lib/sales/owners"

const actions = { opportunity: assignOpportunity, account: assignAccount, contact: assignContact }

export type AssignedRecord = {
  kind: keyof typeof actions
  id: string
  name: string
  ownerId: string | null
  viewerId: string
  owners: readonly Owner[]
  refusal: string | null
}

/** **Assign**: who works an opportunity, an account or a contact from now on. Sellers can only take it themselves. */
export function AssignRecordDialog({ record, onClose }: { record: AssignedRecord; onClose: () => void }) {
  const { kind, id, name, owners, viewerId, refusal } = record
  const isForMe = owners.length === 1 && owners[0]?.id === viewerId
  return (
    <CommandDialog
      title="Assign"
      busyWord="Assigning"
      sentence={
        <>
          {isForMe ? "You take " : "Gives "}
          <b>{name}</b>
          {isForMe ? "." : " an owner."} Nobody gets mail.
        </>
      }
      action={actions[kind]}
      hidden={{ id }}
      refusal={refusal}
      onClose={onClose}
      news={({ ownerName }) => ({ title: "New owner", text: `${name} is now ${ownerName}'s.` })}
    >
      {(errors) => (
        <Field
          label="Owner"
          error={errors.ownerId}
          hint={isForMe ? `You can take this ${kind} yourself. A Sales manager can give it to others.` : undefined}
        >
          {(control) => (
            <Select
              {...control}
              name="ownerId"
              options={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
              defaultValue={record.ownerId ?? viewerId}
            />
          )}
        </Field>
      )}
    </CommandDialog>
  )
}
