import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { mapStates, tableMaps } from "./maps"
import type { SetMap } from "./schema"

/** Starts or stops a table map. From this commit on it writes both sides, or one. */
export async function setMap(ctx: Ctx & { actor: Staff }, { map, run }: SetMap) {
  const { name } = tableMaps[map]
  const [from, to] = run === "start" ? (["not_running", "running"] as const) : (["running", "not_running"] as const)
  const set = await ctx.tx.tableMap.updateMany({
    where: { key: map, state: from },
    data: { state: to, changedAt: ctx.now, changedBy: ctx.actor.name, version: { increment: 1 } },
  })
  if (set.count === 0) {
    const current = await ctx.tx.tableMap.findUniqueOrThrow({ where: { key: map } })
    throw new AppError(
      "conflict",
      `${name} is ${mapStates[current.state]} already${current.changedBy ? `, set by ${current.changedBy}` : ""}.`,
    )
  }
  auditMove(ctx, {
    move: run === "start" ? "map.start" : "map.stop",
    record: { kind: "map", id: newId(), label: name },
    from: mapStates[from],
    to: mapStates[to],
  })
  return { map, state: mapStates[to] }
}
