import type { Metadata } from "next"
import { MatchingForm } from "@/components/settings/matching/matching-form"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { getMatchingRules } from "@/lib/sales/matching/get-rules"

export const metadata: Metadata = { title: "Matching rules" }

export default async function MatchingPage() {
  const staff = await requireStaff("matching:read")
  const reason = roleRefusal(staff.staffRole, "matching:edit", "change the matching rules")
  const { rules, version } = await getMatchingRules()
  return (
    <>
      <SettingsHead
        title="Matching rules"
        path="/settings/matching"
        text="When two leads, accounts or contacts may be the same company or person"
      />
      <MatchingForm key={version} rules={rules} version={version} reason={reason} />
    </>
  )
}
