import type { Metadata } from "next"
import { EmailHead } from "@/components/settings/email/email-head"
import { AddProfile } from "@/components/settings/email/profile-commands"
import { ProfilesTable } from "@/components/settings/email/profiles-table"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { countHeld } from "@/lib/mail/log/queries"
import { listProfiles } from "@/lib/mail/studio/profiles"
import { env } from "@/lib/platform/env"

export const metadata: Metadata = { title: "Profiles" }

export default async function ProfilesPage() {
  const staff = await requireStaff("letter:read")
  const reason = roleRefusal(staff.staffRole, "letter:edit", "change profiles")
  const [rows, held] = await Promise.all([listProfiles(), countHeld()])
  const { STORE_NAME: name, MAIL_FROM: address } = env()
  return (
    <>
      <EmailHead tab="profiles" held={held} commands={<AddProfile reason={reason} />} />
      <ProfilesTable rows={rows} house={{ name, address }} reason={reason} />
    </>
  )
}
