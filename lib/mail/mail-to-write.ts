import { type Store, theHouse } from "@/lib/commerce/channels/storefront"
import type { LetterValues } from "./marks/fill"

/** The words of a decision that nobody has made yet: what its letter would say. */
export type DraftDecision = { reason: string | null; note: string | null }

/** What a letter may know of its mail, and the hour at which it is written. `draft`: it is shown before its decision is made, and leaves nowhere. */
export type MailToWrite = { linkId: string | null; decisionId: string | null; language: string; now: Date; draft?: DraftDecision }

/**
 * Reads what the placeholders of a letter stand for at the hour of sending; null when it is no longer worth sending.
 * `about` are the ids that it was posted with. What the store is called, every letter is told.
 */
export type Load = (about: unknown, mail: MailToWrite) => Promise<LetterValues | null>

/** The store that writes where a letter is about nobody's request: its name and its address on the web. */
export const theStore = theHouse

export type { Store }
