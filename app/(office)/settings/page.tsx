import type { Metadata } from "next"
import { SettingsPlaces } from "@/components/settings/settings-places"
import { PageHeader } from "@/components/ui/page-header"
import { requireStaff } from "@/lib/identity/actor"

export const metadata: Metadata = { title: "Settings" }

export default async function SettingsPage() {
  const staff = await requireStaff("settings:read")
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsPlaces role={staff.staffRole} />
    </>
  )
}
