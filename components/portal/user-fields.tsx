"use client"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import type { FieldErrors } from "@/lib/platform/errors"

type Known = { firstName: string; lastName: string; role: string }

type UserFieldsProps = { errors: FieldErrors; user?: Known; withEmail?: boolean }

const roles = [
  { value: "user", label: "User" },
  { value: "admin", label: "Admin" },
]

/** Who a user is and what they may do. */
export function UserFields({ errors, user, withEmail }: UserFieldsProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
        <Field label="First name" error={errors.firstName}>
          {(control) => <TextInput {...control} name="firstName" autoComplete="off" defaultValue={user?.firstName} />}
        </Field>
        <Field label="Last name" error={errors.lastName}>
          {(control) => <TextInput {...control} name="lastName" autoComplete="off" defaultValue={user?.lastName} />}
        </Field>
      </div>
      {withEmail && (
        <Field label="Email" error={errors.email}>
          {(control) => (
            <TextInput
              {...control}
              name="email"
              type="email"
              inputMode="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
      )}
      <Field label="Role" error={errors.role} hint="An Admin adds, edits and removes users. A User sees them." width={220}>
        {(control) => <Select {...control} name="role" options={roles} defaultValue={user?.role ?? "user"} />}
      </Field>
    </>
  )
}
