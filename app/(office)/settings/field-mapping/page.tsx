import type { Metadata } from "next"
import { MappingEditor } from "@/components/settings/mapping/mapping-editor"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { getMappingPage } from "@/lib/sync/mapping-queries"

export const metadata: Metadata = { title: "Field mapping" }

export default async function FieldMappingPage() {
  const staff = await requireStaff("mapping:read")
  return (
    <>
      <SettingsHead title="Field mapping" path="/settings/field-mapping" text="Where the fields of every record come from" />
      <MappingEditor {...(await getMappingPage())} reason={roleRefusal(staff.staffRole, "mapping:edit", "change the field mapping")} />
    </>
  )
}
