import { inTransaction, theSystem } from "@/lib/platform/context"
import { type Filter, isJoined, parts } from "@/lib/platform/filter"
import { publishedBooks } from "../rule-sets/published-books"
import { startRescore } from "./start-rescore"

const dayMs = 86_400_000

const hangsOnAge = (filter: Filter | null): boolean =>
  filter !== null && (isJoined(filter) ? parts(filter).some(hangsOnAge) : filter[1] === "today" || filter[1].endsWith("-days"))

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
