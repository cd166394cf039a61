/** A column of a file: its head, what it holds, and how wide it is in characters. */
export type SheetColumn = { head: string; kind: "text" | "number" | "day" | "time"; width: number }
