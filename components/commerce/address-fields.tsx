"use client"
import { useId, useState } from "react"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import type { CustomerAddressView } from "@/lib/commerce/customers/queries"
import { addressPurposes } from "@/lib/commerce/customers/rules"
import { type AddressField, addressFieldsFor } from "@/lib/platform/address"
import { listCountries } from "@/lib/platform/countries"
import type { FieldErrors } from "@/lib/platform/errors"

type AddressFieldsProps = { address?: CustomerAddressView; country: string; errors: FieldErrors }

const purposes = Object.entries(addressPurposes).map(([value, label]) => ({ value, label }))

/** The fields of an address: the country decides which there are and in which order. */
export function AddressFields({ address, country: given, errors }: AddressFieldsProps) {
  const [country, choose] = useState(given)
  const countries = listCountries().map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
        <Field label="Purpose" error={errors.purpose}>
          {(control) => <Select {...control} name="purpose" defaultValue={address?.purpose ?? "delivery"} options={purposes} />}
        </Field>
        <Field label="Which address this is" error={errors.name}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              maxLength={60}
              autoComplete="off"
              placeholder="Warehouse"
              defaultValue={address?.name ?? ""}
            />
          )}
        </Field>
      </div>
      <Field label="Country/region" hint="Decides which address fields follow." error={errors.country}>
        {(control) => (
          <Select
            {...control}
            name="country"
            value={country}
            onChange={(event) => choose(event.target.value)}
            placeholder="Choose one"
            options={countries}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
        {addressFieldsFor(country).map((field) => (
          <Line key={field.name} field={field} isChosen={country !== ""} text={address?.[field.name] ?? ""} error={errors[field.name]} />
        ))}
      </div>
    </>
  )
}

type LineProps = { field: AddressField; isChosen: boolean; text: string; error: string | undefined }

function Line({ field: { name, label, hint, required, inputMode, options }, isChosen, text, error }: LineProps) {
  const listId = useId()
  const mark = !required && (isChosen || name === "street2") ? "optional" : undefined
  return (
    <Field label={label} hint={hint} mark={mark} error={error}>
      {(control) => (
        <>
          <TextInput
            {...control}
            name={name}
            inputMode={inputMode}
            autoComplete="off"
            defaultValue={text}
            list={options ? listId : undefined}
          />
          {options && (
            <datalist id={listId}>
              {options.map((option) => (
                <option key={option.code} value={option.name} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  )
}
