const names = new Intl.DisplayNames("en", { type: "language" })

/** A language, in English. */
export const languageName = (code: string): string => names.of(code) ?? code
