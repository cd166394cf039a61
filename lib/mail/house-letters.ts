import { forPartners } from "./house-words/for-partners"
import { forStaff } from "./house-words/for-staff"

/** Every letter of the product in the order of a partner's life, with the words that it has as long as nobody wrote others. */
export const houseLetters = { ...forPartners, ...forStaff } as const

export type LetterName = keyof typeof houseLetters

export const letterNames = Object.keys(houseLetters) as LetterName[]

export const isLetterName = (name: string): name is LetterName => Object.hasOwn(houseLetters, name)
