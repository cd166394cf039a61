import type { Metadata } from "next"
import { AddCode } from "@/components/settings/code-commands"
import { CodeLists } from "@/components/settings/code-lists"
import { SettingsHead } from "@/components/settings/settings-head"
import { NothingHolds, PageSearch } from "@/components/shell/page-search"
import { roleRefusal } from "@/components/shell/role-refusal"
import { listCodes } from "@/lib/commerce/customers/codes"
import { requireStaff } from "@/lib/identity/actor"
import { holding } from "@/lib/platform/holding"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Customer value lists" }

const path = "/settings/customer-lists"

export default async function CustomerListsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("value-list:read")
  const q = readSearch(await searchParams)
  const codes = holding(q, await listCodes(), ({ code, name }) => [code, name])
  const reason = roleRefusal(staff.staffRole, "value-list:edit", "change value lists")
  return (
    <>
      <SettingsHead
        title="Customer value lists"
        path={path}
        text="What customers choose from. A code stays for good: it is renamed or archived, never deleted."
        commands={<AddCode reason={reason} />}
      />
      <PageSearch path={path} label="Search codes" q={q} />
      {q && codes.length === 0 ? (
        <NothingHolds noun="codes" path={path} />
      ) : (
        <CodeLists codes={codes} isSearched={q !== ""} reason={reason} />
      )}
    </>
  )
}
