const languageCodes = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nb nl pl pt ro sk sl sv tr uk".split(" ")
const languageNames = new Intl.DisplayNames("en", { type: "language" })

/** The languages that people may be written to in, by their English names. */
export const languages: Readonly<Record<string, string>> = Object.fromEntries(
  languageCodes
    .map((code): [string, string] => [code, languageNames.of(code) ?? code])
    .sort(([, one], [, other]) => one.localeCompare(other)),
)
