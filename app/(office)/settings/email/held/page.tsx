import type { Metadata } from "next"
import { EmailHead } from "@/components/settings/email/email-head"
import { HeldTable } from "@/components/settings/email/held-table"
import { mailReasons } from "@/components/settings/email/mail-reasons"
import { NothingHolds, PageSearch } from "@/components/shell/page-search"
import { requireStaff } from "@/lib/identity/actor"
import { countHeld, listHeld } from "@/lib/mail/log/queries"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Held for a hand" }

const path = "/settings/email/held"

export default async function HeldPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("mail:read")
  const q = readSearch(await searchParams)
  const [rows, held] = await Promise.all([listHeld(q), countHeld()])
  return (
    <>
      <EmailHead tab="held" held={held} />
      <div className="flex-none pt-3">
        <PageSearch path={path} label="Search held mails" q={q} />
      </div>
      {q && rows.length === 0 ? (
        <NothingHolds noun="mails" path={path} />
      ) : (
        <HeldTable rows={rows} reasons={mailReasons(staff.staffRole)} />
      )}
    </>
  )
}
