import { type Clock, wallClock } from "@/lib/platform/clock"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { publishedBooks } from "../rule-sets/published-books"
import { scoreLeads } from "./score-leads"

const atOnce = 500

/**
 * Scores the leads that have waited longest since they changed, in one transaction with taking them off the queue. False when none waits.
 * Whoever edits one of them at this moment has it queued again by that edit, so no score stays behind its lead.
 */
export async function scoreQueued(clock: Clock = wallClock): Promise<boolean> {
  const now = clock()
  return inTransaction(
    theSystem,
    async ({ tx, ledger }) => {
      const queued = await tx.$queryRaw<{ id: string }[]>`
        delete from sales.score_queue where id = any(array(select id from sales.score_queue order by id limit ${atOnce} for update skip locked))
        returning lead_id as id`
      if (queued.length === 0) return false
      const { scoring } = await publishedBooks(tx, ["scoring"])
      const ids = [...new Set(queued.map(({ id }) => id))]
      for (const id of scoring ? await scoreLeads(tx, scoring, ids, now) : []) ledger.touch("lead", id)
      return true
    },
    now,
  )
}
