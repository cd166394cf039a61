import type { Metadata } from "next"
import { SettingsHead } from "@/components/settings/settings-head"
import { AddThreshold } from "@/components/settings/threshold-commands"
import { ThresholdTable } from "@/components/settings/threshold-table"
import { roleRefusal } from "@/components/shell/role-refusal"
import { listThresholds, listUnguarded } from "@/lib/commerce/credit/set-threshold"
import { requireStaff } from "@/lib/identity/actor"

export const metadata: Metadata = { title: "Credit" }

export default async function CreditSettingsPage() {
  const staff = await requireStaff("credit-setting:read")
  const [thresholds, unguarded] = await Promise.all([listThresholds(), listUnguarded()])
  const reason = roleRefusal(staff.staffRole, "credit-setting:edit", "change who decides about credit")
  return (
    <>
      <SettingsHead
        title="Credit"
        path="/settings/credit"
        text="From which limit on two people decide"
        commands={<AddThreshold known={thresholds.map(({ currency }) => currency)} reason={reason} />}
      />
      <ThresholdTable thresholds={thresholds} unguarded={unguarded} reason={reason} />
    </>
  )
}
