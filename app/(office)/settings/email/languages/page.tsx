import type { Metadata } from "next"
import { CoverageTable } from "@/components/settings/email/coverage-table"
import { EmailHead } from "@/components/settings/email/email-head"
import { ProfileFilter } from "@/components/settings/email/profile-filter"
import { FilterBar } from "@/components/ui/filter-bar"
import { requireStaff } from "@/lib/identity/actor"
import { letterLanguages } from "@/lib/mail/letter-languages"
import { countHeld } from "@/lib/mail/log/queries"
import { chosenProfile } from "@/lib/mail/studio/profiles"
import { getCoverage } from "@/lib/mail/studio/queries"
import type { SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Languages" }

export default async function LanguagesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff("letter:read")
  const chosen = await chosenProfile((await searchParams).profile)
  const [rows, held] = await Promise.all([getCoverage(chosen), countHeld()])
  return (
    <>
      <EmailHead tab="languages" held={held} profileId={chosen.own.isDefault ? null : chosen.own.id} />
      {chosen.profiles.length > 1 && (
        <div className="flex-none pt-3">
          <FilterBar>
            <ProfileFilter profiles={chosen.profiles} value={chosen.own.id} path="/settings/email/languages" />
          </FilterBar>
        </div>
      )}
      <CoverageTable rows={rows} languages={letterLanguages} profile={chosen.own} />
    </>
  )
}
