import type { Metadata } from "next"
import { DriftDefaultForm } from "@/components/commerce/drift-default-form"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { getDriftDefault } from "@/lib/commerce/drift/queries"
import { sectionsInForce } from "@/lib/commerce/drift/rules"
import { requireStaff } from "@/lib/identity/actor"

export const metadata: Metadata = { title: "Drift of members" }

export default async function HierarchySettingsPage() {
  const { staffRole } = await requireStaff("drift:read")
  const { sections, version } = await getDriftDefault()
  return (
    <>
      <SettingsHead
        title="Drift of members"
        path="/settings/hierarchies"
        text="What the members of a customer hierarchy must share with their Admin"
      />
      <DriftDefaultForm
        key={version}
        sections={sectionsInForce({ followsDefault: true, sections: [] }, sections)}
        version={version}
        reason={roleRefusal(staffRole, "hierarchy:edit", "change this")}
      />
    </>
  )
}
