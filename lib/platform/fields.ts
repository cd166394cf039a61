/** What a field holds, which decides how it is filtered, shown, edited, imported and written to a file. */
export type FieldKind =
  | "text"
  | "long-text"
  | "email"
  | "phone"
  | "url"
  | "choice"
  | "status"
  | "rating"
  | "country"
  | "person"
  | "channel"
  | "time"
  | "age"
  | "timer"
  | "day"
  | "money"
  | "percent"
  | "score"
  | "yes-no"

/** A field of a record, defined once for filters, columns, editing, history, import and export. */
export type Field = {
  label: string
  kind: FieldKind
  /** For a choice: each value with its word, in the order in which people think of them. */
  words?: Readonly<Record<string, string>>
  /** For a choice whose values people keep in Settings: the value list. Its codes are asked of the server, and a row draws their names. */
  codes?: string
  /** Pixels of its column; a column without it shares what the others leave. */
  width?: number
  /** For a text that is the name of another record: of which kind, so that it can be asked for by its id, too. */
  names?: "account" | "contact"
  /** The order that the head of its column asks for, where an index serves one; else its head is no link. */
  sort?: string
  /** For a channel: a record may be in several, or in all. */
  isSet?: boolean
  /** Its place in a phone's two-line row. */
  phone?: "top" | "second" | "end"
  /** "m": its column is not shown at 1180 px and less. */
  hideBelow?: "m"
  /** For a person: where those are listed who can be named; people of Sales where it is left out. */
  people?: string
  /** Record numbers and the like, in the third ink. */
  isQuiet?: boolean
}

export type Fields<Key extends string = string> = Readonly<Record<Key, Field>>

/**
 * What a field holds in a row of a list: plain values that travel as JSON. A person is `[id, name]`, a channel `[code, name]`, several `[codes, names]`, money `[amount, currency]`,
 * a score `[points, grade]`, a timer `[when it is due or 0, state]`, an age that has ended `[milliseconds, word]`, and a text with a mark beside it `[text, mark]`.
 */
export type Cell = string | number | boolean | null | readonly [string, string] | readonly [number, string]

/** Words for values that are coded elsewhere as `{ word }`. */
export const wordsOf = <Code extends string>(table: Readonly<Record<Code, { word: string }>>): Record<Code, string> =>
  Object.fromEntries(Object.entries<{ word: string }>(table).map(([code, { word }]) => [code, word])) as Record<Code, string>
