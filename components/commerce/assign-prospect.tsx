"use client"
import { UserCheck } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { assignProspect } from "@/lib/commerce/actions"
import type { Owner } from "@/lib/commerce/owners"

export type AssignView = {
  prospectId: string
  companyName: string
  ownerId: string | null
  ownerName: string | null
  owners: readonly Owner[]
  viewerId: string
  /** Why it cannot be assigned. */
  refusal: string | null
}

/** **Assign**: who sees to the decision on a prospect from now on. */
export function AssignProspect({ prospectId, companyName, ownerId, ownerName, owners, viewerId, refusal }: AssignView) {
  return (
    <Command
      title="Assign"
      icon={<UserCheck aria-hidden="true" />}
      reason={refusal}
      busyWord="Assigning"
      sentence={
        <>
          Gives <b>{companyName}</b> an owner. It will be in the owner's view <b>Mine</b>
          {ownerName && (
            <>
              {" "}
              and no longer in <b>{ownerName}</b>'s
            </>
          )}
          . Nobody gets mail.
        </>
      }
      action={assignProspect}
      hidden={{ prospectId }}
      news={(data) => ({ title: "New owner", text: `${companyName} is now ${data.ownerName}'s.` })}
    >
      {(errors) => (
        <Field label="Owner" error={errors.ownerId}>
          {(control) => (
            <Select
              {...control}
              name="ownerId"
              options={owners.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={ownerId ?? viewerId}
            />
          )}
        </Field>
      )}
    </Command>
  )
}
