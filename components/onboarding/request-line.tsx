import type { FocusEventHandler, ReactNode } from "react"
import type { FieldErrors, UseFormRegisterReturn } from "react-hook-form"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import type { PersonField, RequestValues } from "@/lib/onboarding/request-fields"

export type FormControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What the form's parts need of it. */
export type Filling = {
  /** What each control starts with. */
  values: RequestValues
  /** What needs attention now. */
  errors: FieldErrors<RequestValues>
  /** Ties a control to the form: spread it. */
  hold: (name: PersonField) => Omit<UseFormRegisterReturn, "onBlur"> & { onBlur: FocusEventHandler<FormControl> }
}

type RequestLineProps = {
  filling: Filling
  name: PersonField
  label: string
  hint?: ReactNode
  optional?: boolean
  required?: boolean
  width?: number
  type?: "text" | "email" | "tel" | "url"
  inputMode?: "text" | "email" | "tel" | "url" | "numeric"
  autoComplete: string
  plain?: boolean
  list?: string
}

/** One line to fill. `plain` keeps a phone from correcting and capitalising it. */
export function RequestLine({ filling, name, label, hint, optional, required, width, plain, ...rest }: RequestLineProps) {
  const error = filling.errors[name]?.message
  return (
    <Field
      size="public"
      id={name}
      label={label}
      hint={hint}
      error={error}
      mark={optional ? "optional" : undefined}
      width={widthWith(error, width)}
    >
      {(control) => (
        <TextInput
          {...control}
          {...rest}
          {...(plain ? { autoCapitalize: "none", autoCorrect: "off", spellCheck: false } : {})}
          {...filling.hold(name)}
          required={required}
          defaultValue={filling.values[name]}
        />
      )}
    </Field>
  )
}

/** The bar beside a refused field takes 18 px; its right edge stays where it was. */
export function widthWith(error: string | undefined, width: number | undefined): number | undefined {
  return error && width ? width - 18 : width
}
