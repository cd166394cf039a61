import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { LetterEditor } from "@/components/settings/email/letter-editor"
import { letterHref } from "@/components/settings/email/letter-href"
import { ProfileFilter } from "@/components/settings/email/profile-filter"
import { SettingsHead } from "@/components/settings/settings-head"
import { FilterSelect } from "@/components/shell/filter-select"
import { roleRefusal } from "@/components/shell/role-refusal"
import { FilterBar } from "@/components/ui/filter-bar"
import { requireStaff } from "@/lib/identity/actor"
import { houseLetters, isLetterName } from "@/lib/mail/house-letters"
import { isLetterLanguage, letterLanguages } from "@/lib/mail/letter-languages"
import { firstPreviewRecord, previewValues } from "@/lib/mail/studio/preview-values"
import { chosenProfile } from "@/lib/mail/studio/profiles"
import { getLetterDesk } from "@/lib/mail/studio/queries"
import { languageName } from "@/lib/platform/language-name"
import type { SearchParams } from "@/lib/platform/list-query"

type LetterPageProps = { params: Promise<{ letter: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: LetterPageProps): Promise<Metadata> {
  const { letter } = await params
  return { title: isLetterName(letter) ? houseLetters[letter].title : "Not found" }
}

export default async function LetterPage({ params, searchParams }: LetterPageProps) {
  const staff = await requireStaff("letter:read")
  const { letter } = await params
  if (!isLetterName(letter)) notFound()
  const asked = await searchParams
  const chosen = await chosenProfile(asked.profile)
  const { own: profile } = chosen
  const language = typeof asked.language === "string" && isLetterLanguage(asked.language) ? asked.language : "en"
  const [desk, first] = await Promise.all([getLetterDesk(letter, language, chosen), firstPreviewRecord(profile)])
  const { title, occasion } = houseLetters[letter]
  const path = `/settings/email/letters/${letter}`
  return (
    <>
      <SettingsHead title={title} text={occasion} path={path} within={{ title: "Email", path: "/settings/email" }} />
      <FilterBar>
        <FilterSelect
          label="Language"
          value={language}
          choices={letterLanguages.map((value) => ({
            value,
            label: languageName(value),
            href: letterHref({ letter, language: value, profile }),
          }))}
        />
        {chosen.profiles.length > 1 && (
          <ProfileFilter
            profiles={chosen.profiles}
            value={profile.id}
            path={path}
            keep={{ language: language === "en" ? null : language }}
          />
        )}
      </FilterBar>
      <LetterEditor
        key={`${profile.id}${language}`}
        letter={letter}
        language={language}
        profile={{ id: profile.id, name: profile.name, isDefault: profile.isDefault }}
        desk={desk}
        preview={first && (await previewValues({ prospectId: first.id, language, profileId: profile.id, reader: staff }))}
        to={staff.email}
        reason={roleRefusal(staff.staffRole, "letter:edit", "change letters")}
      />
    </>
  )
}
