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
      <PostalFields texts={address ?? {}} country={given} errors={errors} />
    </>
  )
}

type PostalFieldsProps = {
  texts: Partial<Record<AddressField["name"], string | null>>
  country: string
  errors: FieldErrors
  /** Whether there has to be an address at all. */
  isWhole?: boolean
}

/** Where something is, by the form of its country. */
export function PostalFields({ texts, country: given, errors, isWhole = true }: PostalFieldsProps) {
  const [country, choose] = useState(given)
  const countries = listCountries().map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <Field
        label="Country/region"
        hint="Decides which address fields follow."
        mark={isWhole ? undefined : "optional"}
        error={errors.country}
      >
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
          <Line
            key={field.name}
            field={field}
            isChosen={isWhole && country !== ""}
            text={texts[field.name] ?? ""}
            error={errors[field.name]}
          />
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
