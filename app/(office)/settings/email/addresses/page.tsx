import type { Metadata } from "next"
import { AddressesTable } from "@/components/settings/email/addresses-table"
import { EmailHead } from "@/components/settings/email/email-head"
import { mailReasons } from "@/components/settings/email/mail-reasons"
import { requireStaff } from "@/lib/identity/actor"
import { listBlocked } from "@/lib/mail/bounces/queries"

export const metadata: Metadata = { title: "Addresses" }

export default async function AddressesPage() {
  const staff = await requireStaff("mail:read")
  return (
    <>
      <EmailHead tab="addresses" />
      <AddressesTable rows={await listBlocked()} reason={mailReasons(staff.staffRole).release} />
    </>
  )
}
