"use client"
import { Banknote } from "lucide-react"
import { type FormEvent, useState } from "react"
import { Command } from "@/components/shell/command"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { setCredit } from "@/lib/commerce/actions"
import { amountHint, draftTerms } from "@/lib/commerce/credit/draft-terms"
import { foreseeTerms } from "@/lib/commerce/credit/foresee-terms"
import { currencies, minorUnits, typedAmount } from "@/lib/commerce/credit/money"
import type { Standing } from "@/lib/commerce/credit/read-standing"
import { type CreditLimitType, type CreditMessage, limitTypeHints, limitTypes, messages, type Terms } from "@/lib/commerce/credit/rules"
import type { FieldErrors } from "@/lib/platform/errors"
import { timeZones } from "@/lib/platform/time-zones"

type SetCreditProps = {
  organizationId: string
  name: string
  standing: Standing | null
  /** Why its currency stays as it is; null where one is chosen. */
  currencyStays?: string | null
  reason: string | null
  size?: "s"
  /** What the partner asks for: it stands in the form at first. */
  asked?: { amount: number; currency: string; note: string }
}

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** The command Set credit limit: new terms, from now or a later day, that wait for a second person above the threshold. */
export function SetCredit({ organizationId, name, standing, currencyStays = null, reason, size, asked }: SetCreditProps) {
  const fixed = currencyStays ? (standing?.currency ?? null) : null
  return (
    <Command
      title="Set credit limit"
      icon={<Banknote aria-hidden="true" />}
      trigger={{ size }}
      reason={reason}
      sentence={
        <>
          Gives <b>{name}</b> new terms of credit. The ones before stay in the history; above the threshold of the currency a second person
          confirms them first.
        </>
      }
      busyWord="Saving"
      width="wide"
      action={setCredit}
      hidden={{ organizationId, ...(fixed ? { currency: fixed } : {}) }}
      news={({ isAsked, amount }) =>
        isAsked
          ? { title: "A second person was asked", text: `${amount} waits to be confirmed.` }
          : { title: "Credit limit set", text: amount }
      }
    >
      {(errors) => <CreditFields {...{ standing, fixed, asked, errors }} />}
    </Command>
  )
}

type CreditFieldsProps = Pick<SetCreditProps, "standing" | "asked"> & { fixed: string | null; errors: FieldErrors }

function CreditFields({ standing, fixed, asked, errors }: CreditFieldsProps) {
  const given = standing?.terms ?? null
  const { terms, currency: first } = draftTerms({ given, own: standing?.currency ?? null, fixed, asked })
  const { amount } = terms
  const [type, setType] = useState<string>(terms.type)
  const [currency, setCurrency] = useState(first)
  const isOther = standing !== null && currency !== standing.currency
  const hint = limitTypeHints[type as keyof typeof limitTypeHints]
  const [draft, setDraft] = useState<Terms | null>(amount === null ? null : { ...terms, amount })
  const look = (event: FormEvent<HTMLDivElement>) => {
    const form = event.currentTarget.closest("form")
    if (form) setDraft(termsIn(new FormData(form), currencyIn(form, currency)))
  }
  const foreseen = standing && draft && foreseeTerms(standing.figures, draft, isOther ? null : given, currency)
  return (
    <div className="grid grid-cols-2 items-start gap-4 max-m:grid-cols-1" onChange={look}>
      <Field label="Credit limit" error={errors.amount} hint={amountHint({ currency, fixed, asked })}>
        {(control) => (
          <TextInput
            {...control}
            name="amount"
            inputMode="decimal"
            autoComplete="off"
            className="tabular-nums"
            defaultValue={amount === null ? "" : typedAmount(amount, first)}
          />
        )}
      </Field>
      {!fixed && (
        <Field
          label="Currency"
          error={errors.currency}
          hint={isOther && given ? `Terms in ${standing.currency} count no longer` : "It stays once something is bought on account"}
        >
          {(control) => (
            <Select
              {...control}
              name="currency"
              options={currencies.map((code) => ({ value: code, label: code }))}
              value={currency}
              onChange={(event) => setCurrency(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field
        label="Time zone"
        hint="In which its days and months begin"
        error={errors.timeZone}
        className={fixed ? undefined : "col-span-full"}
      >
        {(control) => (
          <Select
            {...control}
            name="timeZone"
            options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            defaultValue={standing?.timeZone ?? "UTC"}
          />
        )}
      </Field>
      <Field label="Credit limit type" hint={hint} error={errors.type}>
        {(control) => (
          <Select {...control} name="type" options={options(limitTypes)} value={type} onChange={(event) => setType(event.target.value)} />
        )}
      </Field>
      <Field label="Message when exceeding" hint="A warning lets the order pass" error={errors.onExceeding}>
        {(control) => <Select {...control} name="onExceeding" options={options(messages)} defaultValue={terms.onExceeding} />}
      </Field>
      <Checkbox
        label="Allow on account"
        name="allowOnAccount"
        defaultChecked={terms.allowOnAccount}
        hint="Without it nothing is sold on account"
      />
      <Checkbox
        label="Mandatory credit limit"
        name="isMandatory"
        defaultChecked={terms.isMandatory}
        hint="Checked against the balance even with type None"
      />
      {isOther && given ? (
        <p className="col-span-full text-ink-2">In another currency they hold from now on, and until new ones are given.</p>
      ) : (
        <Days errors={errors} />
      )}
      <Field label="Reason" hint="Kept in the history" error={errors.reason} className="col-span-full">
        {(control) => (
          <Textarea {...control} name="reason" rows={2} defaultValue={asked ? `They asked: ${asked.note}`.slice(0, 500) : ""} />
        )}
      </Field>
      {standing && (
        <p role="status" className={foreseen?.isGood === false ? "col-span-full text-wait" : "col-span-full text-ink-2"}>
          {foreseen ? `With these terms, as things stand today: ${foreseen.text}` : "Enter an amount to see what it means today."}
        </p>
      )}
    </div>
  )
}

function Days({ errors }: { errors: FieldErrors }) {
  return (
    <>
      <Field label="Valid from" mark="optional" hint="Now, if empty" error={errors.validFrom}>
        {(control) => <TextInput {...control} type="date" name="validFrom" />}
      </Field>
      <Field label="Valid to" mark="optional" hint="The last day; then the terms before count again" error={errors.validTo}>
        {(control) => <TextInput {...control} type="date" name="validTo" />}
      </Field>
    </>
  )
}

const currencyIn = (form: HTMLFormElement, otherwise: string): string => String(new FormData(form).get("currency") ?? otherwise)

/** The terms that stand in the form; null as long as there is no amount. */
function termsIn(form: FormData, currency: string): Terms | null {
  const amount = minorUnits(String(form.get("amount") ?? ""), currency)
  if (amount === null) return null
  return {
    amount,
    type: String(form.get("type")) as CreditLimitType,
    onExceeding: String(form.get("onExceeding")) as CreditMessage,
    isMandatory: form.has("isMandatory"),
    allowOnAccount: form.has("allowOnAccount"),
  }
}
