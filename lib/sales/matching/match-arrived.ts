import type { Reaction } from "@/lib/platform/run-facts"
import { lockMatching, matchRecords } from "./match-records"

/** More than so many at once, as from a file, are left to the worker's own lane, which takes them few by few. */
const atOnce = 50

/** Compares leads that came in, before anything else looks at them: rules may ask whether a lead may be there twice. */
export const matchArrived: Reaction<"lead.arrived"> = async (ctx, { leadIds }) => {
  if (leadIds.length > atOnce) return
  await lockMatching(ctx.tx)
  await matchRecords(ctx, "lead", leadIds)
  await ctx.tx.$executeRaw`delete from sales.match_due where kind = 'lead' and record_id = any(${leadIds}::uuid[])`
}
