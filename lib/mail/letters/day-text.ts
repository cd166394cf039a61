const dayIn = (language: string, timeZone: string) =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone })

/** A day in the words of a language; nothing where there is none. */
export const dayText = (at: string | undefined, language: string, timeZone = "UTC"): string =>
  at ? dayIn(language, timeZone).format(new Date(at)) : ""
