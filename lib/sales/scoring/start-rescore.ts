import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"

/** Has the worker score every open lead by a version of the rules. Whatever still scores by an earlier one stops. */
export async function startRescore({ tx, actor, now }: Ctx, version: number): Promise<void> {
  await tx.ruleRun.updateMany({
    where: { kind: "scoring", work: "rescore", state: "running" },
    data: { state: "canceled", finishedAt: now },
  })
  const [open] = await tx.$queryRaw<{ total: number }[]>`
    select coalesce(sum(n), 0)::int as total from sales.tally_live where line = 'lead.view' and scope = 'all' and status in ('new', 'contacted')`
  await tx.ruleRun.create({
    data: {
      id: newId(),
      work: "rescore",
      kind: "scoring",
      version,
      total: open?.total ?? 0,
      actorId: actor.id,
      actorName: actor.name,
      startedAt: now,
    },
  })
}
