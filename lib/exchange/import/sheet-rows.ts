/** A table out of a file: how it was read, in words, and its rows, the heads first. Every cell is text. */
export type SheetRows = { readAs: string; rows: AsyncIterable<string[]> }
