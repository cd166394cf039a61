"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { currencies, typedAmount } from "@/lib/commerce/credit/money"
import type { Threshold } from "@/lib/commerce/credit/set-threshold"
import { setCreditThreshold } from "@/lib/settings/actions"

const hint = "A limit above it, or one that only warns, waits for a second person"

/** The command Add threshold: for a currency that has none. */
export function AddThreshold({ known, reason }: { known: readonly string[]; reason: string | null }) {
  const open = currencies.filter((code) => !known.includes(code))
  return (
    <Command
      title="Add threshold"
      icon={<Plus aria-hidden="true" />}
      trigger={{ tone: "primary" }}
      reason={reason}
      sentence="Lets two people decide about high limits in one more currency."
      busyWord="Adding"
      action={setCreditThreshold}
      hidden={{ version: "0" }}
      news={() => ({ title: "Threshold added" })}
    >
      {(errors) => (
        <div className="grid grid-cols-2 items-start gap-4 max-m:grid-cols-1">
          <Field label="Currency" error={errors.currency}>
            {(control) => <Select {...control} name="currency" options={open.map((code) => ({ value: code, label: code }))} />}
          </Field>
          <Field label="Credit limit" hint={hint} error={errors.amount}>
            {(control) => <TextInput {...control} name="amount" inputMode="decimal" autoComplete="off" className="tabular-nums" />}
          </Field>
        </div>
      )}
    </Command>
  )
}

/** The command Edit of a threshold; without an amount there is none any more. */
export function EditThreshold({ threshold: { currency, amount, version }, reason }: { threshold: Threshold; reason: string | null }) {
  return (
    <Command
      title="Edit"
      trigger={{ size: "s" }}
      reason={reason}
      sentence={`Changes from which credit limit in ${currency} on two people decide. What waits or stands already stays as it is.`}
      busyWord="Saving"
      action={setCreditThreshold}
      hidden={{ currency, version: String(version) }}
      news={() => ({ title: "Threshold saved" })}
    >
      {(errors) => (
        <Field label="Credit limit" hint={`${hint}. Empty: one person decides about any limit`} error={errors.amount}>
          {(control) => (
            <TextInput
              {...control}
              name="amount"
              inputMode="decimal"
              autoComplete="off"
              className="tabular-nums"
              defaultValue={typedAmount(amount, currency)}
            />
          )}
        </Field>
      )}
    </Command>
  )
}
