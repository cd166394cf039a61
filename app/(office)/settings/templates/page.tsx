import type { Metadata } from "next"
import { SettingsHead } from "@/components/settings/settings-head"
import { AddTemplate } from "@/components/settings/template-commands"
import { TemplatesTable } from "@/components/settings/templates-table"
import { requireStaff } from "@/lib/identity/actor"
import { listTemplates } from "@/lib/mail/messages/templates"

export const metadata: Metadata = { title: "Message templates" }

export default async function TemplatesPage() {
  await requireStaff("template:edit")
  return (
    <>
      <SettingsHead title="Message templates" path="/settings/templates" text="Words for emails to applicants" commands={<AddTemplate />} />
      <TemplatesTable rows={await listTemplates()} />
    </>
  )
}
