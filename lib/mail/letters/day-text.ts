const dayIn = (language: string) => new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" })

/** A day in the words of a language; nothing where there is none. */
export const dayText = (at: string | undefined, language: string): string => (at ? dayIn(language).format(new Date(at)) : "")
