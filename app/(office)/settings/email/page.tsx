import { Download } from "lucide-react"
import type { Metadata } from "next"
import { EmailHead } from "@/components/settings/email/email-head"
import { ImportWords } from "@/components/settings/email/import-words"
import { LettersTable } from "@/components/settings/email/letters-table"
import { ProfileFilter } from "@/components/settings/email/profile-filter"
import { NothingHolds, PageSearch } from "@/components/shell/page-search"
import { roleRefusal } from "@/components/shell/role-refusal"
import { ButtonLink } from "@/components/ui/button-link"
import { requireStaff } from "@/lib/identity/actor"
import { countHeld } from "@/lib/mail/log/queries"
import { chosenProfile } from "@/lib/mail/studio/profiles"
import { listLetters } from "@/lib/mail/studio/queries"
import { holding } from "@/lib/platform/holding"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"
import { pageHref } from "@/lib/platform/page-href"

export const metadata: Metadata = { title: "Email" }

const path = "/settings/email"

export default async function EmailPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("letter:read")
  const asked = await searchParams
  const [chosen, q] = [await chosenProfile(asked.profile), readSearch(asked)]
  const [all, held] = await Promise.all([listLetters(chosen), countHeld()])
  const rows = holding(q, all, ({ title, occasion }) => [title, occasion])
  const reason = roleRefusal(staff.staffRole, "letter:edit", "change letters")
  const profileId = chosen.own.isDefault ? undefined : chosen.own.id
  return (
    <>
      <EmailHead
        tab="letters"
        profileId={profileId}
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
      <div className="flex-none pt-3">
        <PageSearch path={path} label="Search letters" q={q} keep={{ profile: profileId }}>
          {chosen.profiles.length > 1 && <ProfileFilter profiles={chosen.profiles} value={chosen.own.id} path={path} keep={{ q }} />}
        </PageSearch>
      </div>
      {q && rows.length === 0 ? (
        <NothingHolds noun="letters" path={pageHref(path, { profile: profileId })} />
      ) : (
        <LettersTable rows={rows} profile={chosen.own} reason={reason} />
      )}
    </>
  )
}
