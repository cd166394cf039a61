"use client"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { amountText, typedAmount } from "@/lib/commerce/credit/money"
import type { Spending } from "@/lib/commerce/credit/read-spending"
import { setUserSpending } from "@/lib/portal/actions"

type SpendingLimitsProps = { user: Pick<Spending, "memberId" | "name" | "layers">; currency: string }

/** **Spending limits**: what the organization lets a user spend, within what the store allows. */
export function SpendingLimits({ user: { memberId, name, layers }, currency }: SpendingLimitsProps) {
  const field = (which: "perOrder" | "perMonth", label: string, error: string | undefined) => {
    const [own, store] = [layers.own[which], layers.store[which]]
    const allowed = store === null ? "Empty: no limit" : `The store allows ${amountText(store, currency)}`
    return (
      <Field label={label} mark="optional" hint={`In ${currency}. ${allowed}`} error={error}>
        {(control) => (
          <TextInput
            {...control}
            name={which}
            inputMode="decimal"
            autoComplete="off"
            className="tabular-nums"
            defaultValue={own === null ? "" : typedAmount(own, currency)}
          />
        )}
      </Field>
    )
  }
  return (
    <Command
      title="Spending limits"
      trigger={{ tone: "ghost" }}
      busyWord="Saving"
      sentence={
        <>
          Limits what <b>{name}</b> spends on account. Orders above it are refused at the checkout.
        </>
      }
      action={setUserSpending}
      hidden={{ memberId, currency }}
      news={() => ({ title: "Spending limits saved", text: name })}
    >
      {(errors) => (
        <div className="grid grid-cols-2 items-start gap-4 max-m:grid-cols-1">
          {field("perOrder", "Per order", errors.perOrder)}
          {field("perMonth", "Per month", errors.perMonth)}
        </div>
      )}
    </Command>
  )
}
