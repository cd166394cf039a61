"use client"
import { useActionState } from "react"
import { FormTrouble } from "@/components/identity/form-trouble"
import { useFocusOnError } from "@/components/identity/use-focus-on-error"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import type { ActionError } from "@/lib/identity/action"

type Answer = { error: ActionError } | { ok: boolean } | null

type PasswordFormProps = {
  /** Takes the fields `token` and `password`. */
  action: (previous: Answer, form: FormData) => Promise<Answer>
  token: string
  /** Whose password it is: kept in the form, so that a password manager knows. */
  email: string
  label: "New password" | "Password"
  button: string
}

const errorOf = (answer: Answer): ActionError | null => (answer && "error" in answer ? answer.error : null)

/** One password, sent with the secret of the page's link. Works as a plain form without a script. */
export function PasswordForm({ action, token, email, label, button }: PasswordFormProps) {
  const [answer, submit] = useActionState(action, null)
  const form = useFocusOnError(answer)
  const error = errorOf(answer)
  const isNew = label === "New password"
  // A rule's refusal is about the password, so it stands at the field.
  const atField = error?.fields.password ?? (error?.code === "invalid" ? error.message : null)
  return (
    <form ref={form} action={submit} noValidate>
      {error && !atField && <FormTrouble message={error.message} />}
      <input type="hidden" name="token" value={token} />
      <Field
        label={label}
        id="password"
        size="public"
        error={atField}
        hint={isNew ? "At least 12 characters. A few words make a good one." : undefined}
      >
        {(control) => <TextInput {...control} name="password" type="password" autoComplete={isNew ? "new-password" : "current-password"} />}
      </Field>
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <SubmitButton size="public" className="mt-7">
        {button}
      </SubmitButton>
    </form>
  )
}
