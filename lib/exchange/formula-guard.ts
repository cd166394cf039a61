// What a spreadsheet takes for the beginning of a formula, in its full-width and small forms too.
const begins = "=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B\\u2212"
const blanks = " \\u00A0\\u2000-\\u200B\\u3000\\uFEFF"

/** The beginning of a cell, and whatever a reader with another idea of separators would take for one. */
const places = (quotes: "*" | "+") => [
  new RegExp(`^([${blanks}]*)('${quotes})(?=[${begins}\\t\\r\\n])`, "gu"),
  new RegExp(`([;,|\\t\\r\\n"][${blanks}\\t\\r\\n]*)('${quotes})(?=[${begins}])`, "gu"),
]
const toGuard = places("*")
const toOpen = places("+")
const toKeep = places("+")
const mayNeed = new RegExp(`[${begins}\\t\\r\\n]`, "u")

/** Text that no spreadsheet runs: an apostrophe stands before what could begin a formula. {@link openGuard} takes it away again. */
export function guardFormula(text: string): string {
  return mayNeed.test(text) ? toGuard.reduce((guarded, place) => guarded.replace(place, "$1'$2"), text) : text
}

/** The text as it was before {@link guardFormula}; text that was never guarded stays, unless it begins as a guarded one does. */
export function openGuard(text: string): string {
  if (!text.includes("'")) return text
  return [...toOpen]
    .reverse()
    .reduce((opened, place) => opened.replace(place, (_all, before: string, quotes: string) => before + quotes.slice(1)), text)
}

/** For files whose cells are marked as text: nothing runs there, so only what {@link openGuard} would open is closed once more. */
export function keepQuotes(text: string): string {
  return text.includes("'") ? toKeep.reduce((kept, place) => kept.replace(place, "$1'$2"), text) : text
}
