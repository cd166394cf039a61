import { inTransaction, theSystem } from "@/lib/platform/context"
import { type Filter, isJoined, parts } from "@/lib/platform/filter"
import { dayMs } from "@/lib/platform/zone"
import { publishedBooks } from "../rule-sets/published-books"
import { startRescore } from "./start-rescore"

const hangsOnAge = (filter: Filter | null): boolean =>
  filter !== null && (isJoined(filter) ? parts(filter).some(hangsOnAge) : /^(today|during|.*-days)$/.test(filter[1]))

/** Scores that hang on how old something is change by themselves: once a day every open lead is scored anew. Whether that was begun. */
export async function rescoreAged(now: Date): Promise<boolean> {
  return inTransaction(
    theSystem,
    async (ctx) => {
      const { scoring } = await publishedBooks(ctx.tx, ["scoring"], true)
      if (!scoring?.rules.some(({ isOn, when }) => isOn && hangsOnAge(when))) return false
      const since = new Date(now.getTime() - dayMs)
      const recent = await ctx.tx.ruleRun.count({ where: { work: "rescore", OR: [{ state: "running" }, { startedAt: { gt: since } }] } })
      if (recent > 0) return false
      await startRescore(ctx, scoring.number)
      return true
    },
    now,
  )
}
