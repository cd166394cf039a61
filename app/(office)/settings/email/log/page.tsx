import type { Metadata } from "next"
import { EmailHead } from "@/components/settings/email/email-head"
import { mailReasons } from "@/components/settings/email/mail-reasons"
import { letterTitle, MailsTable } from "@/components/settings/email/mails-table"
import { ListFilter } from "@/components/shell/list-filter"
import { ListRail } from "@/components/shell/list-rail"
import { FilterBar } from "@/components/ui/filter-bar"
import { SearchBox } from "@/components/ui/search-box"
import { requireStaff } from "@/lib/identity/actor"
import { letterNames } from "@/lib/mail/house-letters"
import { countHeld, listMails } from "@/lib/mail/log/queries"
import { mailList, mailSince } from "@/lib/mail/log/views"
import { mailStates } from "@/lib/mail/rules"
import { keptParams } from "@/lib/platform/list-href"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Delivery log" }

const letters = Object.fromEntries(letterNames.map((letter) => [letter, letterTitle(letter)]))

export default async function MailLogPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("mail:read")
  const query = readListQuery(mailList, await searchParams)
  const [page, held] = await Promise.all([listMails(query), countHeld()])
  const list = { shape: mailList, query }
  return (
    <>
      <EmailHead tab="log" held={held} />
      <div className="flex-none pt-3">
        <FilterBar>
          <SearchBox action={mailList.path} label="Search email" q={query.q} keep={keptParams(mailList, query)} />
          <ListFilter {...list} name="state" label="State" words={mailStates} />
          <ListFilter {...list} name="letter" label="Letter" words={letters} />
          <ListFilter {...list} name="since" label="Written in the last" words={mailSince} none="Any time" />
        </FilterBar>
      </div>
      <div className="grid-scroll">
        <MailsTable rows={page.rows} reasons={mailReasons(staff.staffRole)} />
      </div>
      <ListRail {...list} page={page} />
    </>
  )
}
