"use client"
import Link from "next/link"
import { useActionState } from "react"
import { FormTrouble } from "@/components/identity/form-trouble"
import { useFocusOnError } from "@/components/identity/use-focus-on-error"
import { Field } from "@/components/ui/field"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import type { FormState } from "@/lib/identity/form-action"

type SignInFormProps = {
  signIn: (previous: FormState, form: FormData) => Promise<FormState>
  /** Where the person was headed; judged by the server. */
  next?: string
  hasNewPassword?: boolean
}

/** Email, password, and the way to a new one. Works as a plain form without a script. */
export function SignInForm({ signIn, next, hasNewPassword }: SignInFormProps) {
  const [state, action] = useActionState(signIn, null)
  const form = useFocusOnError(state)
  const fields = state?.error.fields ?? {}
  const trouble = state && Object.keys(fields).length === 0 ? state.error.message : null
  return (
    <form ref={form} action={action} noValidate>
      {trouble && <FormTrouble message={trouble} />}
      {hasNewPassword && !state && (
        <Strip tone="good" className="mb-6 rounded-2 text-15" live>
          Your password is changed. Sign in with it.
        </Strip>
      )}
      {next && <input type="hidden" name="next" value={next} />}
      <div className="grid gap-6">
        <Field label="Email" id="email" size="public" error={fields.email}>
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
        <Field label="Password" id="password" size="public" error={fields.password}>
          {(control) => <TextInput {...control} name="password" type="password" autoComplete="current-password" />}
        </Field>
      </div>
      <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-4">
        <SubmitButton size="public">Sign in</SubmitButton>
        <Link href="/reset-password" prefetch={false} className="link text-15">
          Forgot your password?
        </Link>
      </div>
    </form>
  )
}
