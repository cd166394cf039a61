"use client"
import { useActionState } from "react"
import { FieldError } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"

/** An action of the applicant's page: carries the page's token, answers with a refusal or with the page as it is then. */
export type StatusDoor = (before: unknown, form: FormData) => Promise<{ ok: true } | { ok: false; error: { message: string } }>

type StatusActionProps = { act: StatusDoor; token: string; word: string; busyWord: string; tone?: "primary" | "danger" }

/** One button that posts, with what was refused above it. Works without JavaScript. */
export function StatusAction({ act, token, word, busyWord, tone = "primary" }: StatusActionProps) {
  const [result, post] = useActionState(act, null)
  return (
    <form action={post} className="mt-4 grid justify-items-start gap-2.5 max-m:justify-items-stretch">
      <div role="status">{result && !result.ok && <FieldError id="refusal" size="public" message={result.error.message} />}</div>
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="public" tone={tone} busyLabel={busyWord}>
        {word}
      </SubmitButton>
    </form>
  )
}
