import { type Clock, wallClock } from "@/lib/platform/clock"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { notify } from "@/lib/platform/notify"
import { countDrift, type Drift } from "./count-drift"
import { driftWords } from "./rules"

const atOnce = 200

/**
 * Looks at hierarchies whose members may differ by now, counts those that do, and tells commerce managers and the owners of its requests once when a hierarchy begins to drift.
 * False when none waits. Any number of workers may do so at once.
 */
export async function watchDrift(clock: Clock = wallClock): Promise<boolean> {
  const now = clock()
  return inTransaction(
    theSystem,
    async (ctx) => {
      const due = await ctx.tx.$queryRaw<{ id: string }[]>`
        delete from commerce.drift_due where id in (select id from commerce.drift_due order by id limit ${atOnce} for update skip locked)
        returning hierarchy_id as id`
      if (due.length === 0) return false
      const ids = [...new Set(due.map(({ id }) => id))]
      // Two who count one hierarchy do so one after the other: the later sees what the earlier saw, and more.
      await ctx.tx.$executeRaw`select 1 from commerce.hierarchy where id = any(${ids}::uuid[]) order by id for no key update`
      const counted = (await countDrift(ctx.tx, ids)).filter(({ members, before }) => members !== before)
      for (const { id, members } of counted) await ctx.tx.hierarchy.update({ where: { id }, data: { drifting: members } })
      for (const { id } of counted) ctx.ledger.touch("hierarchy", id)
      await tell(
        ctx,
        counted.filter(({ before }) => before === 0),
      )
      return true
    },
    now,
  )
}

async function tell(ctx: Ctx, begun: readonly Drift[]): Promise<void> {
  if (begun.length === 0) return
  const listeners = await whoListens(
    ctx,
    begun.map(({ id }) => id),
  )
  for (const { id, number, members, sections } of begun)
    for (const personId of listeners.get(id) ?? [])
      notify(ctx, {
        kind: "drift",
        subjectId: `${id}:${ctx.now.getTime()}`,
        personId,
        record: { kind: "hierarchy", id, label: number },
        text: driftWords(members, sections),
      })
}

/** Commerce managers, and whoever owns a request of the hierarchy. */
async function whoListens({ tx }: Ctx, hierarchyIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const managers = await tx.person.findMany({ where: { staffRole: "commerce_manager", disabledAt: null }, select: { id: true } })
  const owned = await tx.prospect.findMany({
    where: { hierarchyId: { in: [...hierarchyIds] }, ownerId: { not: null } },
    select: { hierarchyId: true, ownerId: true },
  })
  return new Map(
    hierarchyIds.map((id) => {
      const owners = owned.flatMap(({ hierarchyId, ownerId }) => (hierarchyId === id && ownerId ? [ownerId] : []))
      return [id, new Set([...managers.map((manager) => manager.id), ...owners])]
    }),
  )
}
