"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { roleName, type StaffRole, staffRoles } from "@/lib/identity/permissions"
import { changeStaffRole, disableStaff, enableStaff, inviteStaff } from "@/lib/settings/actions"

type Person = { personId: string; name: string; reason: string | null }

const roles = staffRoles.map((role) => ({ value: role, label: roleName(role) }))
const small = { size: "s" } as const

/** The command Invite: somebody new on the staff. */
export function InviteStaff({ reason }: { reason: string | null }) {
  return (
    <Command
      title="Invite"
      icon={<Plus aria-hidden="true" />}
      trigger={{ tone: "primary" }}
      reason={reason}
      sentence="Gives 1 person a role here and sends 1 email with a link to set a password."
      busyWord="Inviting"
      action={inviteStaff}
      hidden={{}}
      news={({ name }) => ({ title: `${name} invited`, text: "Pending until a password is set." })}
    >
      {(errors) => (
        <div className="grid gap-4">
          <Field label="Name" error={errors.name}>
            {(control) => <TextInput {...control} name="name" autoComplete="off" />}
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

export function ChangeRole({ personId, name, role, reason }: Person & { role: StaffRole }) {
  return (
    <Command
      title="Change role"
      trigger={small}
      reason={reason}
      sentence={`Gives ${name} another role in place of ${roleName(role)}. All sessions of ${name} end at once.`}
      busyWord="Changing"
      action={changeStaffRole}
      hidden={{ personId }}
      news={() => ({ title: "Role changed", text: `${name} has to sign in again.` })}
    >
      {(errors) => (
        <Field label="Role" error={errors.role}>
          {(control) => <Select {...control} name="role" options={roles} defaultValue={role} />}
        </Field>
      )}
    </Command>
  )
}

export function DisableStaff({ personId, name, reason }: Person) {
  return (
    <Command
      title="Disable"
      tone="danger"
      trigger={small}
      reason={reason}
      sentence={`Shuts ${name} out: all sessions end at once. What ${name} did and owns stays as it is.`}
      busyWord="Disabling"
      action={disableStaff}
      hidden={{ personId }}
      news={() => ({ title: `${name} disabled`, text: "All sessions have ended." })}
    />
  )
}

export function EnableStaff({ personId, name, reason }: Person) {
  return (
    <Command
      title="Enable"
      trigger={small}
      reason={reason}
      sentence={`Lets ${name} sign in again, in the same role.`}
      busyWord="Enabling"
      action={enableStaff}
      hidden={{ personId }}
      news={() => ({ title: `${name} enabled` })}
    />
  )
}
