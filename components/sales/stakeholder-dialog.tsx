"use client"
import { Check, Plus, UserMinus } from "lucide-react"
import { useState } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import type { FieldErrors } from "@/lib/platform/errors"
import { addStakeholder, editStakeholder, removeStakeholder } from "@/lib/sales/actions"
import type { StakeholderRow } from "@/lib/sales/stakeholders/queries"
import { stakeholderRoles } from "@/lib/sales/stakeholders/rules"
import type { StakeNoun } from "@/lib/sales/stakeholders/schema"
import { ContactPicker } from "./contact-picker"

type StakeholderDialogProps = { onClose: () => void } & (
  | { to: { about: StakeNoun; id: string }; person?: undefined }
  | { person: StakeholderRow; to?: undefined }
)

/** Names somebody who has a say, or changes what is written of them. */
export function StakeholderDialog({ to, person, onClose }: StakeholderDialogProps) {
  const fields = (errors: FieldErrors) => <StakeholderFields person={person} errors={errors} />
  if (to) {
    return (
      <CommandDialog
        title="Add stakeholder"
        icon={<Plus aria-hidden="true" />}
        sentence="Names somebody who has a say: a contact of ours, or a name that you know."
        busyWord="Adding"
        action={addStakeholder}
        hidden={to}
        news={({ name }) => ({ title: `${name} added` })}
        onClose={onClose}
      >
        {fields}
      </CommandDialog>
    )
  }
  return (
    <CommandDialog
      title="Edit"
      icon={<Check aria-hidden="true" />}
      sentence={`Changes what is written of ${person.name}.`}
      busyWord="Saving"
      action={editStakeholder}
      hidden={{ stakeholderId: person.id, version: String(person.version) }}
      news={({ name }) => ({ title: `${name} saved` })}
      onClose={onClose}
    >
      {fields}
    </CommandDialog>
  )
}

export function RemoveStakeholder({ person, onClose }: { person: StakeholderRow; onClose: () => void }) {
  return (
    <CommandDialog
      title="Remove"
      tone="danger"
      icon={<UserMinus aria-hidden="true" />}
      sentence={`Takes ${person.name} off the list. ${person.contactId ? "The contact itself stays." : "Nothing else changes."}`}
      busyWord="Removing"
      action={removeStakeholder}
      hidden={{ stakeholderId: person.id, version: String(person.version) }}
      news={({ name }) => ({ title: `${name} removed` })}
      onClose={onClose}
    />
  )
}

function StakeholderFields({ person, errors }: { person?: StakeholderRow; errors: FieldErrors }) {
  const [contactId, setContactId] = useState(person?.contactId ?? null)
  return (
    <div className="grid gap-4">
      <ContactPicker
        label="Name"
        hint="From three letters on, our contacts are offered."
        given={{ id: person?.contactId ?? null, name: person?.name ?? "" }}
        onTake={setContactId}
        error={errors.name ?? errors.contactId}
      />
      {contactId === null && (
        <Field label="Email" mark="optional" error={errors.email}>
          {(control) => (
            <TextInput
              {...control}
              name="email"
              inputMode="email"
              autoComplete="off"
              spellCheck={false}
              defaultValue={person?.email ?? ""}
            />
          )}
        </Field>
      )}
      <Field label="Role" error={errors.role}>
        {(control) => (
          <Select
            {...control}
            name="role"
            defaultValue={person?.role ?? "decision_maker"}
            options={Object.entries(stakeholderRoles).map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
      <Field label="Note" mark="optional" error={errors.note}>
        {(control) => <Textarea {...control} name="note" rows={2} maxLength={1000} defaultValue={person?.note ?? ""} />}
      </Field>
    </div>
  )
}
