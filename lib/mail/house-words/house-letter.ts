import type { LetterPlaceholder } from "../letter-placeholders"

/** A letter of the product: how staff know it, when it goes to whom, what it may and must name, and its words in English. */
export type HouseLetter = {
  title: string
  occasion: string
  placeholders: readonly LetterPlaceholder[]
  needs: readonly LetterPlaceholder[]
  subject: string
  body: string
}

export const ofStore = ["storename", "storeurl"] as const
export const ofApplicant = ["firstname", "lastname", "company", "email", "zipcode", "comments", "reference", ...ofStore] as const
export const ofWayIn = ["button", "link", "days"] as const
