import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"
import { houseLetters, type LetterName } from "./house-letters"
import type { About } from "./letter-titles"
import { theStore } from "./mail-to-write"
import { fillSubject } from "./marks/fill"

export type Posted = {
  letter: LetterName
  /** What makes this letter one of a kind: posting it twice for one subject sends it once. */
  subjectId: string
  to: { address: string; name: string }
  /** Words for the subject line. */
  words?: About
  /** Ids that the letter reads its truth by when it is rendered. */
  about: Record<string, string>
  linkId?: string | null
  decisionId?: string | null
  recordIds: string[]
  language?: string
  /** How long it can still be taken back, in seconds. */
  holdSeconds?: number
}

/**
 * Puts a letter into the outbox, in the transaction of the move that it tells about. Delivery is the worker's, after commit. Returns the mail's id.
 * Until it is written it bears the subject that the house gives it.
 */
export function postLetter({ ledger, now, heldUntil }: Ctx, posted: Posted): string {
  const { letter, subjectId, to, words = {}, about, linkId, decisionId, recordIds, language = "en", holdSeconds = 0 } = posted
  const id = newId()
  ledger.mails.push({
    id,
    letter,
    key: `${letter}:${subjectId}`,
    to_address: to.address,
    to_name: to.name,
    language,
    subject: fillSubject(houseLetters[letter].subject, { ...words, storename: theStore().storeName }),
    about,
    link_id: linkId ?? null,
    decision_id: decisionId ?? null,
    record_ids: recordIds,
    state: "waiting",
    send_after: holdSeconds > 0 && heldUntil ? heldUntil : new Date(now.getTime() + holdSeconds * 1000),
    attempts: 0,
    last_error: null,
    created_at: now,
    claimed_at: null,
    sent_at: null,
  })
  return id
}
