import { db } from "@/lib/platform/db"
import type { MailState } from "@/prisma/generated/enums"
import type { LetterName } from "./letter-titles"

/** A mail that this process alone may send now. `attempts` counts this one too. */
export type ClaimedMail = {
  id: string
  state: MailState
  letter: LetterName
  toAddress: string
  toName: string
  language: string
  subject: string
  about: unknown
  linkId: string | null
  decisionId: string | null
  attempts: number
  claimedAt: Date
  recordIds: string[]
}

/** A sender that has been silent for this long died with the letter in its hand. */
const silenceMs = 5 * 60_000

/**
 * Claims the mail that has been due for the longest; undefined when none is. Committed before anything is sent: from here on an undo is refused.
 * The decision is read in the same statement, so that a letter whose decision was taken back comes out canceled.
 */
export async function claimMail(now: Date): Promise<ClaimedMail | undefined> {
  const silentSince = new Date(now.getTime() - silenceMs)
  const [claimed] = await db.$queryRaw<ClaimedMail[]>`
    with due as (
      select mail.id, decision.undone_at is not null as is_undone
      from platform.mail left join platform.decision on decision.id = mail.decision_id
      where mail.state in ('waiting', 'sending') and mail.send_after <= ${now}
        and (mail.state = 'waiting' or mail.claimed_at <= ${silentSince})
      order by mail.send_after limit 1
      for update of mail skip locked
    )
    update platform.mail set
      state = case when is_undone then 'canceled'::platform.mail_state else 'sending'::platform.mail_state end,
      attempts = attempts + case when is_undone then 0 else 1 end,
      claimed_at = ${now}
    from due where mail.id = due.id
    returning mail.id, state, letter, to_address as "toAddress", to_name as "toName", language, subject, about,
      link_id as "linkId", decision_id as "decisionId", attempts, claimed_at as "claimedAt",
      record_ids as "recordIds"`
  return claimed
}
