import { houseLetters, type LetterName } from "./house-letters"

export { isLetterName, type LetterName } from "./house-letters"

/** Every letter of the product, by the name that staff know it by. */
export const letterTitles = Object.fromEntries(Object.entries(houseLetters).map(([name, { title }]) => [name, { title }])) as Record<
  LetterName,
  { title: string }
>

/** What a subject may name when a letter is posted: the reference of the request and of the one it goes on as, the company, the run and who started it, or all of its words. */
export type About = { reference?: string; ongoing?: string; company?: string; run?: string; by?: string; subject?: string }
