import { pageHref } from "@/lib/platform/page-href"

type Place = { letter: string; language: string; profile: { id: string; isDefault: boolean } }

/** Where a letter is written, in one language of one profile. */
export function letterHref({ letter, language, profile }: Place): string {
  return pageHref(`/settings/email/letters/${letter}`, {
    profile: profile.isDefault ? null : profile.id,
    language: language === "en" ? null : language,
  })
}
