import { type Clock, wallClock } from "@/lib/platform/clock"
import { inTransaction } from "@/lib/platform/context"
import { theRules } from "./assign-arrived"
import { assignByRules } from "./assign-by-rules"
import { askedAgainAt } from "./waiting-leads"

/** So many leads are asked about in one transaction. */
const atOnce = 100

/**
 * Asks the assignment rules again about leads that nobody could take: work has begun somewhere, somebody is back, or has fewer open leads. Whoever was closed or
 * given to somebody meanwhile waits no more. Of two workers that ask at once the second reads the leads when the first is done, and finds them owned: no row
 * is locked here before its lead, as whoever gives or merges it would wait the other way round. False when none is due.
 */
export async function askRulesAgain(clock: Clock = wallClock): Promise<boolean> {
  const now = clock()
  return inTransaction(
    theRules,
    async (ctx) => {
      const { tx } = ctx
      const due = await tx.$queryRaw<{ id: string }[]>`
        select lead_id as id from sales.assignment_wait where next_at <= ${now} order by next_at, since limit ${atOnce}`
      if (due.length === 0) return false
      const ids = due.map(({ id }) => id)
      const done = await assignByRules(ctx, ids, { isForced: false, isAgain: true })
      // While no rules hold at all, they wait for the next ones.
      const waiting = done ? done.outcomes.flatMap(({ is, leadId }) => (is === "passed" ? [leadId] : [])) : ids
      await tx.assignmentWait.updateMany({ where: { leadId: { in: waiting } }, data: { nextAt: askedAgainAt(now) } })
      await tx.assignmentWait.deleteMany({ where: { leadId: { in: ids.filter((id) => !waiting.includes(id)) } } })
      return true
    },
    now,
  )
}
