"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { addRegistration, removeRegistration } from "@/lib/commerce/actions"
import { type RegistrationType, registrationTypes } from "@/lib/commerce/customers/rules"
import { listCountries } from "@/lib/platform/countries"

const small = { size: "s" } as const
const types = Object.entries(registrationTypes).map(([value, label]) => ({ value, label }))

/** The command Add number. */
export function AddRegistration({ customerId, country, reason }: { customerId: string; country: string; reason: string | null }) {
  return (
    <Command
      title="Add number"
      icon={<Plus aria-hidden="true" />}
      trigger={small}
      reason={reason}
      sentence="A number is checked where its type and country have a check; a slip is told before it is stored."
      busyWord="Adding"
      action={addRegistration}
      hidden={{ customerId }}
      news={({ number }) => ({ title: `${number} added` })}
    >
      {(errors) => (
        <>
          <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
            <Field label="Type" error={errors.type}>
              {(control) => <Select {...control} name="type" options={types} />}
            </Field>
            <Field label="Country/region" mark="where it has one" error={errors.country}>
              {(control) => (
                <Select
                  {...control}
                  name="country"
                  defaultValue={country}
                  placeholder="None"
                  options={listCountries().map(({ code, name }) => ({ value: code, label: name }))}
                />
              )}
            </Field>
          </div>
          <Field label="Number" error={errors.number}>
            {(control) => <TextInput {...control} name="number" autoComplete="off" spellCheck={false} />}
          </Field>
        </>
      )}
    </Command>
  )
}

type Given = { customerId: string; registration: { id: string; type: RegistrationType; number: string }; reason: string | null }

/** The command Remove of one number. */
export function RemoveRegistration({ customerId, registration: { id, type, number }, reason }: Given) {
  return (
    <Command
      title="Remove"
      tone="danger"
      trigger={small}
      reason={reason}
      sentence={`Removes the ${registrationTypes[type]} ${number}. History keeps it.`}
      busyWord="Removing"
      action={removeRegistration}
      hidden={{ customerId, registrationId: id }}
      news={() => ({ title: `${number} removed` })}
    />
  )
}
