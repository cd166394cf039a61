"use client"
import { Plus } from "lucide-react"
import { useState } from "react"
import { Places } from "@/components/commerce/outlet-commands"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { addMember } from "@/lib/commerce/actions"
import type { OutletView, PersonToAdd } from "@/lib/commerce/hierarchies/queries"
import { memberRoles } from "@/lib/commerce/hierarchies/rules"
import { inOrder } from "@/lib/commerce/outlets/outlet-rules"
import { fullName } from "@/lib/platform/party"

const roles = [
  { value: "user", label: memberRoles.user },
  { value: "admin", label: memberRoles.admin },
]

type AddMemberProps = {
  hierarchyId: string
  number: string
  organizationName: string
  outlets: readonly OutletView[]
  /** People of the hierarchy's organizations who are no members yet. */
  people: readonly PersonToAdd[]
  reason: string | null
}

/** The command Add of a hierarchy: one of the organization's people, or somebody new, invited by email. */
export function AddMember({ hierarchyId, number, organizationName, outlets, people, reason }: AddMemberProps) {
  const [personId, setPersonId] = useState("")
  const person = people.find(({ id }) => id === personId)
  return (
    <Command
      title="Add"
      icon={<Plus aria-hidden="true" />}
      reason={reason}
      sentence={`Adds 1 user to ${number}, Pending until the invitation is accepted, and sends 1 email with it.`}
      busyWord="Adding"
      action={addMember}
      hidden={{ hierarchyId }}
      news={({ name }) => ({ title: `${name} added`, text: "Pending until the invitation is accepted." })}
    >
      {(errors) => (
        <>
          {people.length > 0 && (
            <Field label="Person" hint="A customer of the organization, or somebody new.">
              {(control) => (
                <Select {...control} value={personId} onChange={(event) => setPersonId(event.target.value)} placeholder="Somebody new">
                  {people.map(({ id, email, ...named }) => (
                    <option key={id} value={id}>{`${fullName(named)}, ${email}`}</option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <div key={personId} className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
            <Field label="First name" error={errors.firstName}>
              {(control) => <TextInput {...control} name="firstName" autoComplete="off" defaultValue={person?.firstName} />}
            </Field>
            <Field label="Last name" error={errors.lastName}>
              {(control) => <TextInput {...control} name="lastName" autoComplete="off" defaultValue={person?.lastName} />}
            </Field>
            <Field label="Email" error={errors.email}>
              {(control) => (
                <TextInput
                  {...control}
                  name="email"
                  inputMode="email"
                  autoComplete="off"
                  spellCheck={false}
                  defaultValue={person?.email}
                  readOnly={person !== undefined}
                />
              )}
            </Field>
            <Field label="Role" error={errors.role}>
              {(control) => <Select {...control} name="role" options={roles} />}
            </Field>
            {outlets.length > 0 && (
              <Field label="Outlet" error={errors.outletId}>
                {(control) => (
                  <Select {...control} name="outletId" defaultValue={person?.outletId ?? ""}>
                    <Places organization={organizationName} tree={inOrder(outlets)} />
                  </Select>
                )}
              </Field>
            )}
          </div>
        </>
      )}
    </Command>
  )
}
