"use client"
import { useActionState } from "react"
import { FormTrouble } from "@/components/identity/form-trouble"
import { useFocusOnError } from "@/components/identity/use-focus-on-error"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import type { FormState } from "@/lib/identity/form-action"

type ResetRequestFormProps = { action: (previous: FormState, form: FormData) => Promise<FormState> }

/** Asks for an email to send the link to. Works as a plain form without a script. */
export function ResetRequestForm({ action }: ResetRequestFormProps) {
  const [state, submit] = useActionState(action, null)
  const form = useFocusOnError(state)
  const problem = state?.error.fields.email
  return (
    <form ref={form} action={submit} noValidate>
      {state && !problem && <FormTrouble message={state.error.message} />}
      <Field label="Email" id="email" size="public" error={problem}>
        {(control) => (
          <TextInput
            {...control}
            key={state?.email}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={state?.email}
          />
        )}
      </Field>
      <SubmitButton size="public" className="mt-7">
        Send link
      </SubmitButton>
    </form>
  )
}
