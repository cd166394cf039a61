"use client"
import { SpendingFields } from "@/components/commerce/credit/spending-fields"
import { Command } from "@/components/shell/command"
import { setSpending } from "@/lib/commerce/actions"
import type { Spending } from "@/lib/commerce/credit/read-spending"

type SetSpendingProps = { user: Pick<Spending, "memberId" | "hierarchyId" | "name" | "layers">; currency: string; reason: string | null }

/** The command Spending limits of a user, as the store sets them. */
export function SetSpending({ user: { memberId, hierarchyId, name, layers }, currency, reason }: SetSpendingProps) {
  return (
    <Command
      title="Spending limits"
      trigger={{ size: "s" }}
      reason={reason}
      sentence={
        <>
          Limits what <b>{name}</b> spends on account. The organization's Admin may set lower limits; the lower ones count.
        </>
      }
      busyWord="Saving"
      action={setSpending}
      hidden={{ hierarchyId, memberId, currency }}
      news={() => ({ title: "Spending limits saved", text: name })}
    >
      {(errors) => <SpendingFields currency={currency} limits={layers.store} errors={errors} />}
    </Command>
  )
}
