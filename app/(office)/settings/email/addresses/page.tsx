import type { Metadata } from "next"
import { AddressesTable } from "@/components/settings/email/addresses-table"
import { EmailHead } from "@/components/settings/email/email-head"
import { mailReasons } from "@/components/settings/email/mail-reasons"
import { NothingHolds, PageSearch } from "@/components/shell/page-search"
import { requireStaff } from "@/lib/identity/actor"
import { listBlocked } from "@/lib/mail/bounces/queries"
import { countHeld } from "@/lib/mail/log/queries"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Addresses" }

const path = "/settings/email/addresses"

export default async function AddressesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("mail:read")
  const q = readSearch(await searchParams)
  const [rows, held] = await Promise.all([listBlocked(q), countHeld()])
  return (
    <>
      <EmailHead tab="addresses" held={held} />
      <div className="flex-none pt-3">
        <PageSearch path={path} label="Search addresses" q={q} />
      </div>
      {q && rows.length === 0 ? (
        <NothingHolds noun="addresses" path={path} />
      ) : (
        <AddressesTable rows={rows} reason={mailReasons(staff.staffRole).release} />
      )}
    </>
  )
}
