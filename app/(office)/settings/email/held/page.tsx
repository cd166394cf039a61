import type { Metadata } from "next"
import { EmailHead } from "@/components/settings/email/email-head"
import { HeldTable } from "@/components/settings/email/held-table"
import { mailReasons } from "@/components/settings/email/mail-reasons"
import { requireStaff } from "@/lib/identity/actor"
import { listHeld } from "@/lib/mail/log/queries"

export const metadata: Metadata = { title: "Held for a hand" }

export default async function HeldPage() {
  const staff = await requireStaff("mail:read")
  const rows = await listHeld()
  return (
    <>
      <EmailHead tab="held" held={rows.length} />
      <HeldTable rows={rows} reasons={mailReasons(staff.staffRole)} />
    </>
  )
}
