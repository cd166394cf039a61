import { db, Prisma } from "@/lib/platform/db"
import { log } from "@/lib/platform/log"

const atOnce = 5000
/** Each change that waits costs every reader ten microseconds; so many of them, and a reader folds them, worker or not. */
const mostWaiting = 300

/** Folds what was counted lately into the tally. Says whether there was anything; the sums are the same before and after. */
export async function foldSalesTally(): Promise<boolean> {
  const [folded] = await db.$queryRaw<{ lines: number }[]>`select sales.fold_tally(${atOnce}::int) as lines`
  return (folded?.lines ?? 0) > 0
}

/** Whether so many changes wait to be folded that a reader should see to it, as a value of a larger statement. */
export const isTallyBehindSql = Prisma.sql`(
  select count(*) > ${Prisma.raw(String(mostWaiting))} from (
    select from sales.lead_delta union all select from sales.opportunity_delta union all select from sales.stage_delta
    limit ${Prisma.raw(String(mostWaiting + 1))}) as waiting)`

let isFolding = false

/** Folds all that waits, behind the reader's back; whoever folds already is left to it. */
export async function catchUpWithTally(): Promise<void> {
  if (isFolding) return
  isFolding = true
  try {
    while (await foldSalesTally());
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : "unknown" }, "the tally was not folded")
  } finally {
    isFolding = false
  }
}
