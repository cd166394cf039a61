"use client"
import { useCommand } from "@/components/shell/use-command"
import { Button } from "@/components/ui/button"
import { Field, FieldError } from "@/components/ui/field"
import { Section } from "@/components/ui/section"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { useToast } from "@/components/ui/toast"
import { changeRequestSettings } from "@/lib/commerce/actions"
import type { RequestSettings as Settings } from "@/lib/commerce/request-settings/queries"
import type { FieldErrors } from "@/lib/platform/errors"

type DaysOf = { name: Exclude<keyof Settings, "version" | "rejectReasons">; label: string; hint: string }

const waiting: readonly DaysOf[] = [
  {
    name: "remindAfterDays",
    label: "Remind the applicant after",
    hint: "A letter asks to confirm the address, and says until when. Once.",
  },
  { name: "staffAfterDays", label: "Remind staff after", hint: "By the bell, whoever decides requests. Once, confirmed or not." },
  {
    name: "expireAfterDays",
    label: "Expire after",
    hint: "Rejects what nobody confirmed. What has an opportunity never expires, and nothing does before its reminder.",
  },
]

const asked: readonly DaysOf[] = [
  {
    name: "askRemindAfterDays",
    label: "Remind of a question after",
    hint: "A letter asks for the answer once more, and says until when. Once for each question.",
  },
  {
    name: "askExpireAfterDays",
    label: "Expire without an answer after",
    hint: "Rejects what nobody answered. What has an opportunity never expires, and nothing does before its reminder.",
  },
]

/** The usual reasons to reject, and after how many days a request that waits is reminded of and expires. */
export function RequestSettings({ settings, reason }: { settings: Settings; reason: string | null }) {
  const { showToast } = useToast()
  const { submit, busy, error } = useCommand(changeRequestSettings, () => showToast({ title: "Saved", text: "It holds at once." }))
  const errors = error?.fields ?? {}
  const isReadOnly = reason !== null
  return (
    <form onSubmit={submit} noValidate aria-label="Requests" className="measured border-t border-line py-4">
      <input type="hidden" name="version" value={settings.version} />
      <Section title="Usual reasons to reject">
        <Field
          label="Reasons"
          hint="One a line, the usual one first. Reject offers them, and the applicant reads the chosen one."
          error={errors.rejectReasons}
        >
          {({ size: _, ...control }) => (
            <Textarea {...control} name="rejectReasons" rows={6} readOnly={isReadOnly} defaultValue={settings.rejectReasons.join("\n")} />
          )}
        </Field>
      </Section>
      <Section title="Requests that wait">
        <p className="mb-3 max-w-[70ch] text-pretty text-ink-2">
          Calendar days from the hour in which the request came in. Without a number it never happens.
        </p>
        <DaysFields fields={waiting} {...{ settings, errors, isReadOnly }} />
      </Section>
      <Section title="Requests that wait for an answer">
        <p className="mb-3 max-w-[70ch] text-pretty text-ink-2">
          Days from when the email that asks has left; an answer, or Resume timers on the lead, ends the wait. Calendar days, not business
          days: whoever asks to become a partner answers at any hour. Our own timers stand still meanwhile.
        </p>
        <DaysFields fields={asked} {...{ settings, errors, isReadOnly }} />
      </Section>
      <div role="alert" className="mb-3 empty:hidden">
        {error && Object.keys(errors).length === 0 && <FieldError id="requests-error" message={error.message} />}
      </div>
      <Button type="submit" tone="primary" className="mt-5" busy={busy} busyLabel="Saving" reason={reason}>
        Save
      </Button>
    </form>
  )
}

type DaysFieldsProps = { fields: readonly DaysOf[]; settings: Settings; errors: FieldErrors; isReadOnly: boolean }

function DaysFields({ fields, settings, errors, isReadOnly }: DaysFieldsProps) {
  return (
    <div className="grid grid-cols-3 gap-4 max-m:grid-cols-1">
      {fields.map(({ name, label, hint }) => (
        <Field key={name} label={label} mark="days" hint={hint} error={errors[name]} className="grid-rows-[auto_1fr_auto]">
          {(control) => (
            <TextInput
              {...control}
              name={name}
              inputMode="numeric"
              autoComplete="off"
              maxLength={3}
              placeholder="Never"
              className="tabular-nums"
              readOnly={isReadOnly}
              defaultValue={settings[name] ?? ""}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
