/** The languages that the house writes in: its letters, its message templates, and the storefronts that send them. */
export const writtenLanguages = ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "sv"] as const
export type WrittenLanguage = (typeof writtenLanguages)[number]
