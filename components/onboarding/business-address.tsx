import { FormPart } from "@/components/onboarding/form-part"
import { type Filling, RequestLine, widthWith } from "@/components/onboarding/request-line"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import type { CountryForm } from "@/lib/onboarding/country-form"
import type { AddressField } from "@/lib/platform/address"
import type { Country } from "@/lib/platform/countries"

const widths: Record<AddressField["width"], number | undefined> = { full: undefined, name: 400, code: 180 }

type BusinessAddressProps = { filling: Filling; countries: Country[]; country: CountryForm }

/** The country first, since it decides which fields follow and in which order. */
export function BusinessAddress({ filling, countries, country }: BusinessAddressProps) {
  const error = filling.errors.country?.message
  return (
    <FormPart title="Business address">
      <Field
        size="public"
        id="country"
        label="Country/region"
        hint="Decides which address fields follow."
        error={error}
        width={widthWith(error, 400)}
      >
        {(control) => (
          <Select
            {...control}
            {...filling.hold("country")}
            className="invalid:text-ink-3"
            required
            autoComplete="country"
            placeholder="Choose one"
            defaultValue={filling.values.country}
            options={countries.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
      </Field>
      <noscript>
        <button type="submit" name="intent" value="country" className="btn">
          Update address fields
        </button>
      </noscript>
      {country.fields.map((field) => (
        <AddressLine key={field.name} filling={filling} field={field} isCountryChosen={country.code !== ""} />
      ))}
    </FormPart>
  )
}

function AddressLine({ filling, field, isCountryChosen }: { filling: Filling; field: AddressField; isCountryChosen: boolean }) {
  const { name, label, hint, required, width, autocomplete, inputMode, options } = field
  const listId = options ? `${name}-options` : undefined
  const mayStayEmpty = !required && (isCountryChosen || name === "street2")
  return (
    <>
      <RequestLine
        filling={filling}
        name={name}
        label={label}
        hint={hint}
        required={required}
        optional={mayStayEmpty}
        width={widths[width]}
        inputMode={inputMode}
        autoComplete={autocomplete}
        list={listId}
      />
      {options && (
        <datalist id={listId}>
          {options.map((option) => (
            <option key={option.code} value={option.name} />
          ))}
        </datalist>
      )}
    </>
  )
}
