"use client"
import { CalendarCheck, CalendarClock } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { completeReview, setReview } from "@/lib/commerce/actions"

type ReviewProps = { organizationId: string; name: string; reviewOn: string | null; reason: string | null }

/** The command Plan review: the day on which the bell reminds whoever planned it. */
export function PlanReview({ organizationId, name, reviewOn, reason }: ReviewProps) {
  return (
    <Command
      title="Plan review"
      icon={<CalendarClock aria-hidden="true" />}
      trigger={{ tone: "ghost" }}
      reason={reason}
      sentence={
        <>
          The bell reminds you on that day to look at the credit of <b>{name}</b> again.
        </>
      }
      busyWord="Saving"
      action={setReview}
      hidden={{ organizationId }}
      news={() => ({ title: "Review planned" })}
    >
      {(errors) => (
        <Field label="Review on" error={errors.reviewOn} width={200}>
          {(control) => <TextInput {...control} type="date" name="reviewOn" defaultValue={reviewOn ?? ""} />}
        </Field>
      )}
    </Command>
  )
}

/** The command Complete review: what it found, and when the next one is due. */
export function CompleteReview({ organizationId, name, reviewOn, reason }: ReviewProps) {
  return (
    <Command
      title="Complete review"
      icon={<CalendarCheck aria-hidden="true" />}
      trigger={{ tone: "ghost" }}
      reason={reason ?? (reviewOn ? null : "No review is planned.")}
      sentence={
        <>
          Says what the review of <b>{name}</b> found. The credit limit stays as it is.
        </>
      }
      busyWord="Saving"
      action={completeReview}
      hidden={{ organizationId }}
      news={() => ({ title: "Review completed" })}
    >
      {(errors) => (
        <div className="grid gap-4">
          <Field label="Finding" hint="Kept in the timeline" error={errors.finding}>
            {(control) => <Textarea {...control} name="finding" rows={3} />}
          </Field>
          <Field label="Next review on" mark="optional" error={errors.reviewOn} width={200}>
            {(control) => <TextInput {...control} type="date" name="reviewOn" />}
          </Field>
        </div>
      )}
    </Command>
  )
}
