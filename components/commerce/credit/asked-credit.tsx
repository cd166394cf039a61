"use client"
import { CircleX } from "lucide-react"
import type { ReactNode } from "react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Strip } from "@/components/ui/strip"
import { Textarea } from "@/components/ui/textarea"
import { Moment } from "@/components/ui/time"
import { declineCreditRequest } from "@/lib/commerce/actions"
import { amountText } from "@/lib/commerce/credit/money"
import type { CreditRequestRow } from "@/lib/commerce/credit/requests/queries"

type AskedCreditProps = {
  request: CreditRequestRow
  name: string
  /** Set credit limit, with what was asked for. */
  set: ReactNode
  /** Why this person cannot answer. */
  reason: string | null
}

/** What a partner asks for, with what can be answered. */
export function AskedCredit({ request, name, set, reason }: AskedCreditProps) {
  const { id: requestId, amount, currency, note, askedByName, askedAt } = request
  const wanted = amountText(amount, currency)
  return (
    <Strip tone="wait">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-[280px]">
          {askedByName} asks for a credit limit of <b className="whitespace-nowrap">{wanted}</b>, on <Moment at={askedAt} />: {note}
        </p>
        <span className="flex flex-wrap gap-1.5">
          {set}
          <Command
            title="Decline"
            icon={<CircleX aria-hidden="true" />}
            trigger={{ size: "s" }}
            reason={reason}
            sentence={
              <>
                Leaves the credit of <b>{name}</b> as it is, and tells {askedByName} why by letter.
              </>
            }
            busyWord="Declining"
            action={declineCreditRequest}
            hidden={{ requestId }}
            news={() => ({ title: "Request declined", text: `${askedByName} reads why.` })}
          >
            {(errors) => (
              <Field label="Reason" hint="The partner reads it" error={errors.answer}>
                {(control) => <Textarea {...control} name="answer" rows={3} />}
              </Field>
            )}
          </Command>
        </span>
      </div>
    </Strip>
  )
}
