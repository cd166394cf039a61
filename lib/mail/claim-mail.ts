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
  /** The decision that it tells of; of a mail that is sent again, the first one's. */
  decisionId: string | null
  attempts: number
  claimedAt: Date
  recordIds: string[]
}

/** A sender that has been silent for this long died with the letter in its hand. */
const silenceMs = 5 * 60_000

/**
 * Claims the mail that has been due for the longest; undefined when none is. Committed before anything is sent: from here on an undo is refused.
 * What keeps it from being sent is read in the same statement, so that the mail comes out as it shall stay: canceled, when its decision was taken back or
 * its profile does not send the letter; held, when a person has to look at it first; failed, when its address takes no mail.
 */
export async function claimMail(now: Date): Promise<ClaimedMail | undefined> {
  const silentSince = new Date(now.getTime() - silenceMs)
  const [claimed] = await db.$queryRaw<ClaimedMail[]>`
    with due as (
      select mail.id, mail.letter, mail.about, mail.to_address, mail.released_at is not null as is_released,
        coalesce(mail.decision_id, resent.decision_id) as decision_id
      from platform.mail left join platform.mail resent on resent.id = mail.resent_of_id
      where mail.state in ('waiting', 'sending') and mail.send_after <= ${now}
        and (mail.state = 'waiting' or mail.claimed_at <= ${silentSince})
      order by mail.send_after limit 1
      for update of mail skip locked
    ), judged as (
      select due.id, due.decision_id, profile.name as profile, blocked.reason,
        case
          when decision.undone_at is not null then 'undone'
          when blocked.id is not null then 'blocked'
          when due.is_released then 'due'
          when not coalesce(own.is_active, standard.is_active, true) then 'silent'
          when coalesce(own.is_held, standard.is_held, false) then 'held'
          else 'due'
        end as verdict
      from due
      left join platform.decision on decision.id = due.decision_id
      left join platform.blocked_address blocked on blocked.address = lower(due.to_address) and blocked.lifted_at is null
      left join platform.letter_profile profile on profile.id = (select platform.letter_profile_of(due.about))
      left join platform.letter_setting own on own.profile_id = profile.id and own.letter = due.letter
      left join platform.letter_setting standard on standard.letter = due.letter
        and standard.profile_id = (select id from platform.letter_profile where is_default)
    )
    update platform.mail set
      state = (case verdict when 'undone' then 'canceled' when 'silent' then 'canceled' when 'blocked' then 'failed'
        when 'held' then 'held' else 'sending' end)::platform.mail_state,
      attempts = attempts + case verdict when 'due' then 1 else 0 end,
      last_error = case verdict
        when 'silent' then 'The profile ' || judged.profile || ' does not send this letter.'
        when 'blocked' then 'Nothing is sent to this address: ' || judged.reason
        else last_error end,
      claimed_at = ${now}
    from judged where mail.id = judged.id
    returning mail.id, state, letter, to_address as "toAddress", to_name as "toName", language, subject, about,
      link_id as "linkId", judged.decision_id as "decisionId", attempts, claimed_at as "claimedAt",
      record_ids as "recordIds"`
  return claimed
}
