import { type Clock, wallClock } from "@/lib/platform/clock"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { notify } from "@/lib/platform/notify"
import { getAbout } from "./get-about"
import type { SalesNoun } from "./schema"

type DueReminder = { id: string; ownerId: string; subject: string; remindAt: Date; about: SalesNoun; recordId: string }

/**
 * Turns the reminder that has been due for the longest into a notification, in one transaction with the mark that it was given.
 * False when none is due. Any number of workers may do so at once: each reminder is given once.
 */
export async function remindNext(clock: Clock = wallClock): Promise<boolean> {
  const now = clock()
  return inTransaction(
    theSystem,
    async (ctx) => {
      const [due] = await ctx.tx.$queryRaw<DueReminder[]>`
        update sales.activity set reminded_at = ${now}
        where id = (
          select id from sales.activity
          where remind_at is not null and reminded_at is null and done_at is null and remind_at <= ${now}
          order by remind_at limit 1 for update skip locked
        )
        returning id, coalesce(owner_id, actor_id) as "ownerId", coalesce(subject, '') as subject, remind_at as "remindAt",
          case when lead_id is not null then 'lead' when opportunity_id is not null then 'opportunity'
            when account_id is not null then 'account' else 'contact' end as about,
          coalesce(lead_id, opportunity_id, account_id, contact_id) as "recordId"`
      if (!due) return false
      const record = await getAbout(ctx.tx, { about: due.about, id: due.recordId })
      const subjectId = `${due.id}:${due.remindAt.getTime()}`
      notify(ctx, { kind: "reminder", subjectId, personId: due.ownerId, record, text: due.subject })
      return true
    },
    now,
  )
}
