import type { Metadata } from "next"
import { RequestSettings } from "@/components/settings/request-settings"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { getRequestSettings } from "@/lib/commerce/request-settings/queries"
import { requireStaff } from "@/lib/identity/actor"

export const metadata: Metadata = { title: "Requests" }

export default async function RequestSettingsPage() {
  const staff = await requireStaff("request-setting:read")
  const settings = await getRequestSettings()
  return (
    <>
      <SettingsHead
        title="Requests"
        path="/settings/requests"
        text="Usual reasons to reject, and what becomes of requests that wait too long"
      />
      <RequestSettings
        key={settings.version}
        settings={settings}
        reason={roleRefusal(staff.staffRole, "request-setting:edit", "change how requests are dealt with")}
      />
    </>
  )
}
