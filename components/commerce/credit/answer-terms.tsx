"use client"
import { Check, CornerUpLeft, Undo2 } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Strip } from "@/components/ui/strip"
import { Textarea } from "@/components/ui/textarea"
import { Moment } from "@/components/ui/time"
import { confirmTerms, sendBackTerms, takeBackTerms } from "@/lib/commerce/actions"

type WaitingTermsProps = {
  termsId: string
  /** "€ 80,000, Balance + All, Error". */
  text: string
  name: string
  /** What stands today, in the same words; null where nothing does. */
  now: string | null
  /** What it would mean as things stand today. */
  outlook: string
  askedByName: string
  askedAt: Date
  reason: string
  /** Why a command is not open to this person. */
  refusals: { answer: string | null; takeBack: string | null }
}

/** A change of credit that waits for a second person, with what can be answered. */
export function WaitingTerms({ termsId, text, name, now, outlook, askedByName, askedAt, reason, refusals }: WaitingTermsProps) {
  const shared = { hidden: { termsId }, trigger: { size: "s" } } as const
  return (
    <Strip tone="wait">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-[280px]">
          <b>{text}</b> waits for a second person. {askedByName} asked on <Moment at={askedAt} />: {reason}
        </p>
        <span className="flex flex-wrap gap-1.5">
          <Command
            {...shared}
            title="Confirm"
            icon={<Check aria-hidden="true" />}
            reason={refusals.answer}
            sentence={
              <>
                Gives <b>{name}</b> {text}, as {askedByName} asked; {now ? `now it is ${now}` : "it has no credit now"}. Its Admins are told
                by letter.
              </>
            }
            busyWord="Confirming"
            action={confirmTerms}
            news={() => ({ title: "Credit limit confirmed", text: name })}
          >
            {() => <p className="text-ink-2">As things stand today: {outlook}</p>}
          </Command>
          <Command
            {...shared}
            title="Send back"
            icon={<CornerUpLeft aria-hidden="true" />}
            reason={refusals.answer}
            sentence={
              <>
                Leaves the credit of <b>{name}</b> as it is and tells {askedByName} why.
              </>
            }
            busyWord="Sending"
            action={sendBackTerms}
            news={() => ({ title: "Sent back", text: `${askedByName} reads why.` })}
          >
            {(errors) => (
              <Field label="Reason" error={errors.answer}>
                {(control) => <Textarea {...control} name="answer" rows={3} />}
              </Field>
            )}
          </Command>
          <Command
            {...shared}
            title="Take back"
            icon={<Undo2 aria-hidden="true" />}
            reason={refusals.takeBack}
            sentence={
              <>
                Leaves the credit of <b>{name}</b> as it is. Nobody has to answer.
              </>
            }
            busyWord="Taking back"
            action={takeBackTerms}
            news={() => ({ title: "Taken back" })}
          />
        </span>
      </div>
    </Strip>
  )
}
