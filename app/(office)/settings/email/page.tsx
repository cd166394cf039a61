import { Download } from "lucide-react"
import type { Metadata } from "next"
import { EmailHead } from "@/components/settings/email/email-head"
import { ImportWords } from "@/components/settings/email/import-words"
import { LettersTable } from "@/components/settings/email/letters-table"
import { ProfileFilter } from "@/components/settings/email/profile-filter"
import { roleRefusal } from "@/components/shell/role-refusal"
import { ButtonLink } from "@/components/ui/button-link"
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
  const reason = roleRefusal(staff.staffRole, "letter:edit", "change letters")
  const held = rows.reduce((sum, row) => sum + row.held, 0)
  return (
    <>
      <EmailHead
        tab="letters"
        profileId={chosen.own.isDefault ? null : chosen.own.id}
        held={held}
        commands={
          <>
            <ButtonLink size="s" href={`/settings/email/words?profile=${chosen.own.id}`} icon={<Download aria-hidden="true" />} download>
              Export
            </ButtonLink>
            <ImportWords profile={chosen.own} reason={reason} />
          </>
        }
      />
      {chosen.profiles.length > 1 && (
        <div className="flex-none pt-3">
          <FilterBar>
            <ProfileFilter profiles={chosen.profiles} value={chosen.own.id} path="/settings/email" />
          </FilterBar>
        </div>
      )}
      <LettersTable rows={rows} profile={chosen.own} reason={reason} />
    </>
  )
}
