type Place = { letter: string; language: string; profile: { id: string; isDefault: boolean } }

/** Where a letter is written, in one language of one profile. */
export function letterHref({ letter, language, profile }: Place): string {
  const query = new URLSearchParams({ ...(profile.isDefault ? {} : { profile: profile.id }), ...(language === "en" ? {} : { language }) })
  return [`/settings/email/letters/${letter}`, String(query)].filter(Boolean).join("?")
}
