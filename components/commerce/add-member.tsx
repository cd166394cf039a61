"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { addMember } from "@/lib/commerce/actions"
import { memberRoles } from "@/lib/commerce/hierarchies/rules"

const roles = [
  { value: "user", label: memberRoles.user },
  { value: "admin", label: memberRoles.admin },
]

/** The command Add of a hierarchy: a user, invited by email. */
export function AddMember({ hierarchyId, number, reason }: { hierarchyId: string; number: string; reason: string | null }) {
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
        <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
          <Field label="First name" error={errors.firstName}>
            {(control) => <TextInput {...control} name="firstName" autoComplete="off" />}
          </Field>
          <Field label="Last name" error={errors.lastName}>
            {(control) => <TextInput {...control} name="lastName" autoComplete="off" />}
          </Field>
          <Field label="Email" error={errors.email}>
            {(control) => <TextInput {...control} name="email" inputMode="email" autoComplete="off" spellCheck={false} />}
          </Field>
          <Field label="Role" error={errors.role}>
            {(control) => <Select {...control} name="role" options={roles} />}
          </Field>
        </div>
      )}
    </Command>
  )
}
