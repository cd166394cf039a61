import type { Metadata } from "next"
import { MailsTable } from "@/components/settings/mails-table"
import { SettingsHead } from "@/components/settings/settings-head"
import { ListFilter } from "@/components/shell/list-filter"
import { ListRail } from "@/components/shell/list-rail"
import { FilterBar } from "@/components/ui/filter-bar"
import { SearchBox } from "@/components/ui/search-box"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { mailStates } from "@/lib/mail/rules"
import { keptParams, readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { listMails } from "@/lib/settings/queries"
import { mailList } from "@/lib/settings/views"

export const metadata: Metadata = { title: "Email" }

export default async function EmailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("mail:read")
  const query = readListQuery(mailList, await searchParams)
  const page = await listMails(query)
  const list = { shape: mailList, query }
  return (
    <>
      <SettingsHead title="Email" path={mailList.path} text="Every message, its state and its retries" />
      <FilterBar>
        <SearchBox action={mailList.path} label="Search email" q={query.q} keep={keptParams(mailList, query)} />
        <ListFilter {...list} name="state" label="State" words={mailStates} />
      </FilterBar>
      <MailsTable rows={page.rows} mayRetry={may(staff.staffRole, "mail:retry")} />
      <ListRail {...list} page={page} />
    </>
  )
}
