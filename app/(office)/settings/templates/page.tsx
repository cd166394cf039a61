import type { Metadata } from "next"
import { SettingsHead } from "@/components/settings/settings-head"
import { AddTemplate } from "@/components/settings/template-commands"
import { TemplatesTable } from "@/components/settings/templates-table"
import { NothingHolds, PageSearch } from "@/components/shell/page-search"
import { requireStaff } from "@/lib/identity/actor"
import { listTemplates } from "@/lib/mail/messages/templates"
import { holding } from "@/lib/platform/holding"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Message templates" }

const path = "/settings/templates"

export default async function TemplatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("template:edit")
  const q = readSearch(await searchParams)
  const rows = holding(q, await listTemplates(), ({ name, subject }) => [name, subject])
  return (
    <>
      <SettingsHead title="Message templates" path={path} text="Words for emails to applicants" commands={<AddTemplate />} />
      <PageSearch path={path} label="Search templates" q={q} />
      {q && rows.length === 0 ? <NothingHolds noun="templates" path={path} /> : <TemplatesTable rows={rows} />}
    </>
  )
}
