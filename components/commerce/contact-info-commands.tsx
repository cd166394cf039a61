"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { addContactInfo, removeContactInfo } from "@/lib/commerce/actions"
import { type ContactInfoKind, contactInfoKinds } from "@/lib/commerce/customers/rules"
import { makeContactInfoPrimary } from "@/lib/sync/actions"

const small = { size: "s" } as const
const kinds = Object.entries(contactInfoKinds).map(([value, label]) => ({ value, label }))

/** The command Add email or phone. */
export function AddContactInfo({ customerId, reason }: { customerId: string; reason: string | null }) {
  return (
    <Command
      title="Add email or phone"
      icon={<Plus aria-hidden="true" />}
      trigger={small}
      reason={reason}
      sentence="Stands beside the primary email and phone. Sales knows the primary ones alone."
      busyWord="Adding"
      action={addContactInfo}
      hidden={{ customerId }}
      news={({ value }) => ({ title: `${value} added` })}
    >
      {(errors) => (
        <>
          <div className="grid grid-cols-[140px_1fr] gap-4 max-m:grid-cols-1">
            <Field label="Kind" error={errors.kind}>
              {(control) => <Select {...control} name="kind" options={kinds} />}
            </Field>
            <Field label="Email or phone" error={errors.value}>
              {(control) => <TextInput {...control} name="value" autoComplete="off" spellCheck={false} />}
            </Field>
          </div>
          <Field label="What it is for" error={errors.label}>
            {(control) => <TextInput {...control} name="label" maxLength={60} autoComplete="off" placeholder="Accounts payable" />}
          </Field>
        </>
      )}
    </Command>
  )
}

type Given = { customerId: string; info: { id: string; kind: ContactInfoKind; value: string; label: string }; reason: string | null }

/** The commands Make primary and Remove of one email or phone. */
export function ContactInfoCommands({ customerId, info: { id: infoId, kind, value }, reason }: Given) {
  const word = contactInfoKinds[kind].toLowerCase()
  return (
    <>
      <Command
        title="Make primary"
        trigger={small}
        reason={reason}
        sentence={`${value} becomes the primary ${word}, in Sales too while integration runs. The one that was stays beside it.`}
        busyWord="Saving"
        action={makeContactInfoPrimary}
        hidden={{ customerId, infoId }}
        news={() => ({ title: `${value} is the primary ${word}` })}
      />
      <Command
        title="Remove"
        tone="danger"
        trigger={small}
        reason={reason}
        sentence={`Removes ${value}. History keeps it.`}
        busyWord="Removing"
        action={removeContactInfo}
        hidden={{ customerId, infoId }}
        news={() => ({ title: `${value} removed` })}
      />
    </>
  )
}
