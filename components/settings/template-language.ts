const names = new Intl.DisplayNames("en", { type: "language" })

/** A template's language, in English. */
export const templateLanguage = (code: string): string => names.of(code) ?? code
