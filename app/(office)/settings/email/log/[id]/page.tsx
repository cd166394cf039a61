import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { mailReasons } from "@/components/settings/email/mail-reasons"
import { MailView } from "@/components/settings/email/mail-view"
import { SettingsHead } from "@/components/settings/settings-head"
import { requireStaff } from "@/lib/identity/actor"
import { getMail } from "@/lib/mail/log/queries"

export const metadata: Metadata = { title: "Mail" }

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff("mail:read")
  const { id } = await params
  const mail = await getMail(id, new Date())
  if (!mail) notFound()
  const log = { title: "Delivery log", path: "/settings/email/log" }
  return (
    <>
      <SettingsHead title={mail.subject} text={mail.toAddress} path={`${log.path}/${id}`} within={log} />
      <MailView mail={mail} reasons={mailReasons(staff.staffRole)} />
    </>
  )
}
