import type { Metadata } from "next"
import { SettingsHead } from "@/components/settings/settings-head"
import { InviteStaff } from "@/components/settings/staff-commands"
import { StaffTable } from "@/components/settings/staff-table"
import { roleRefusal } from "@/components/shell/role-refusal"
import { FilterBar } from "@/components/ui/filter-bar"
import { SearchBox } from "@/components/ui/search-box"
import { requireStaff } from "@/lib/identity/actor"
import { countAdministrators, listStaff } from "@/lib/identity/list-staff"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Staff" }

export default async function StaffPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("staff:read")
  const q = readSearch(await searchParams)
  const [rows, administrators] = await Promise.all([listStaff(q), countAdministrators()])
  const refused = roleRefusal(staff.staffRole, "staff:edit", "change the staff")
  return (
    <>
      <SettingsHead
        title="Staff"
        path="/settings/staff"
        text="Who works here, and in which role"
        commands={<InviteStaff reason={refused} />}
      />
      <FilterBar>
        <SearchBox action="/settings/staff" label="Search staff" q={q} />
      </FilterBar>
      <StaffTable rows={rows} meId={staff.id} administrators={administrators} refusedByRole={refused} />
    </>
  )
}
