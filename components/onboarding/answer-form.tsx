"use client"
import { useActionState, useState } from "react"
import type { StatusDoor } from "@/components/onboarding/status-action"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { Textarea } from "@/components/ui/textarea"
import { longestAnswer } from "@/lib/onboarding/answer-limits"

type AnswerFormProps = { act: StatusDoor; token: string; questionId: string }

/** The answer to one question. Works without JavaScript, and keeps what was typed when it is refused. */
export function AnswerForm({ act, token, questionId }: AnswerFormProps) {
  const [result, post] = useActionState(act, null)
  const [text, setText] = useState("")
  const error = result && !result.ok ? result.error.message : null
  return (
    <form action={post} className="mt-4 grid justify-items-start gap-3 max-m:justify-items-stretch">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="questionId" value={questionId} />
      <div className="w-full" role={error ? "alert" : undefined}>
        <Field size="public" id={`answer-${questionId}`} label="Your answer" error={error}>
          {(control) => (
            <Textarea
              {...control}
              name="text"
              rows={4}
              required
              maxLength={longestAnswer}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      </div>
      <SubmitButton size="public" busyLabel="Sending">
        Send answer
      </SubmitButton>
    </form>
  )
}
