"use client"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { Moment } from "@/components/ui/time"
import { amountText, currencies } from "@/lib/commerce/credit/money"
import type { CreditRequestRow } from "@/lib/commerce/credit/requests/queries"
import { askForCredit, withdrawCreditRequest } from "@/lib/portal/actions"

type CreditRequestProps = {
  /** The newest one; null where none was made. */
  request: CreditRequestRow | null
  /** That of the organization's credit; null where it has none. */
  currency: string | null
  /** Whether it stays so; else the organization chooses. */
  currencyStays: boolean
  /** Whether this user may ask. */
  mayAsk: boolean
}

/** What the organization asked for, what became of it, and **Ask for credit**. */
export function CreditRequest({ request, currency, currencyStays, mayAsk }: CreditRequestProps) {
  if (!request && !mayAsk) return null
  const isWaiting = request?.state === "asked"
  return (
    <div className="grid gap-3">
      {request && <RequestState request={request} />}
      {mayAsk && (
        <div>
          {isWaiting ? (
            <Command
              title="Withdraw"
              sentence={`Takes the request for ${amountText(request.amount, request.currency)} back. What you have of credit stays as it is.`}
              busyWord="Withdrawing"
              action={withdrawCreditRequest}
              hidden={{ requestId: request.id }}
              news={() => ({ title: "Request withdrawn" })}
            />
          ) : (
            <Command
              title="Ask for credit"
              sentence="Asks the store for a credit limit. The store answers by letter and here; until then nothing changes."
              busyWord="Asking"
              action={askForCredit}
              hidden={currency && currencyStays ? { currency } : {}}
              news={({ amount }) => ({ title: "The store was asked", text: `${amount} waits for an answer.` })}
            >
              {(errors) => (
                <div className="grid grid-cols-2 items-start gap-4 max-m:grid-cols-1">
                  <Field label="Credit limit" hint={currencyStays ? `In ${currency}` : "Such as 12,500"} error={errors.amount}>
                    {(control) => <TextInput {...control} name="amount" inputMode="decimal" autoComplete="off" className="tabular-nums" />}
                  </Field>
                  {!currencyStays && (
                    <Field label="Currency" hint="The store may answer in another" error={errors.currency}>
                      {(control) => (
                        <Select
                          {...control}
                          name="currency"
                          defaultValue={currency ?? "EUR"}
                          options={currencies.map((code) => ({ value: code, label: code }))}
                        />
                      )}
                    </Field>
                  )}
                  <Field label="What you need it for" error={errors.note} className="col-span-full">
                    {(control) => <Textarea {...control} name="note" rows={3} />}
                  </Field>
                </div>
              )}
            </Command>
          )}
        </div>
      )}
    </div>
  )
}

const ends = { answered: "was answered", declined: "was declined", withdrawn: "was withdrawn" } as const

function RequestState({ request: { amount, currency, state, askedByName, askedAt, answeredAt, answer } }: { request: CreditRequestRow }) {
  const wanted = amountText(amount, currency)
  if (state === "asked")
    return (
      <p>
        {askedByName} asked for a credit limit of <b className="whitespace-nowrap">{wanted}</b> on <Moment at={askedAt} style="date" />. It
        waits for the store’s answer.
      </p>
    )
  return (
    <p className="text-ink-2">
      The request of <Moment at={askedAt} style="date" /> for {wanted} {ends[state]}
      {answeredAt && (
        <>
          {" on "}
          <Moment at={answeredAt} style="date" />
        </>
      )}
      {answer ? `: ${answer}` : "."}
    </p>
  )
}
