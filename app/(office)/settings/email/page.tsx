import type { Metadata } from "next"
import { EmailHead } from "@/components/settings/email/email-head"
import { LettersTable } from "@/components/settings/email/letters-table"
import { ProfileFilter } from "@/components/settings/email/profile-filter"
import { roleRefusal } from "@/components/shell/role-refusal"
import { FilterBar } from "@/components/ui/filter-bar"
import { requireStaff } from "@/lib/identity/actor"
import { chosenProfile } from "@/lib/mail/studio/profiles"
import { listLetters } from "@/lib/mail/studio/queries"
import type { SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Email" }

export default async function EmailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("letter:read")
  const chosen = await chosenProfile((await searchParams).profile)
  const rows = await listLetters(chosen)
  const held = rows.reduce((sum, row) => sum + row.held, 0)
  return (
    <>
      <EmailHead tab="letters" profileId={chosen.own.isDefault ? null : chosen.own.id} held={held} />
      {chosen.profiles.length > 1 && (
        <div className="flex-none pt-3">
          <FilterBar>
            <ProfileFilter profiles={chosen.profiles} value={chosen.own.id} path="/settings/email" />
          </FilterBar>
        </div>
      )}
      <LettersTable rows={rows} profile={chosen.own} reason={roleRefusal(staff.staffRole, "letter:edit", "change letters")} />
    </>
  )
}
