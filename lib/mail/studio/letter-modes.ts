import type { LetterName } from "../house-letters"

/** How a letter is sent. */
export type LetterMode = "automatic" | "held" | "silent"

export const letterModes = {
  automatic: "Automatic",
  held: "Held for a hand",
  silent: "Not sent",
} as const satisfies Record<LetterMode, string>

export const modeOf = ({ isActive, isHeld }: { isActive: boolean; isHeld: boolean }): LetterMode =>
  !isActive ? "silent" : isHeld ? "held" : "automatic"

/** A letter in the list of all: exactly what it shows. */
export type LetterRow = {
  letter: LetterName
  title: string
  occasion: string
  mode: LetterMode
  /** The profile says so itself; otherwise the default one does. */
  isOwnMode: boolean
  languages: { language: string; hasDraft: boolean; isPublished: boolean }[]
  held: number
}
