import type { Ctx } from "@/lib/platform/context"

/** Begins a new look at every request that waits, as after it was changed when they expire; one that is under way begins again. */
export const sweepProspects = async (ctx: Pick<Ctx, "tx">): Promise<void> => {
  await ctx.tx.timerWork.update({ where: { id: 1 }, data: { prospectsFrom: "00000000-0000-0000-0000-000000000000" } })
}
