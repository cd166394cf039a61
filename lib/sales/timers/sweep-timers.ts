import type { Ctx } from "@/lib/platform/context"

const first = "00000000-0000-0000-0000-000000000000"

/** Begins a new look at every timer that runs or stands, those of prospects among them, as after a calendar or a target was changed; one that is under way begins again. */
export async function sweepTimers({ tx }: Pick<Ctx, "tx">): Promise<void> {
  await tx.timerWork.update({ where: { id: 1 }, data: { sweepFrom: first, prospectsFrom: first } })
}
