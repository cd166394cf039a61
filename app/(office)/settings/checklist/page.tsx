import type { Metadata } from "next"
import { ChecklistSteps } from "@/components/settings/checklist-steps"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { listSteps } from "@/lib/sales/checklist/queries"

export const metadata: Metadata = { title: "Onboarding checklist" }

export default async function ChecklistPage() {
  const staff = await requireStaff("checklist:read")
  const reason = roleRefusal(staff.staffRole, "checklist:edit", "change the checklist")
  return (
    <>
      <SettingsHead
        title="Onboarding checklist"
        path="/settings/checklist"
        text="What every opportunity is asked for, stage by stage. Ticks that were made stay where they are."
      />
      <ChecklistSteps steps={await listSteps()} reason={reason} />
    </>
  )
}
