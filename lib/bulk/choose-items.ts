import { insist, notFound } from "@/lib/platform/errors"
import { refusalToChoose } from "./rules"
import type { StaffCtx } from "./run-job"
import type { ChooseAll, ChooseItem } from "./schema"

async function getRunToChoose({ tx, actor }: StaffCtx, id: string) {
  await tx.$executeRaw`select 1 from platform.bulk_run where id = ${id}::uuid for update`
  const run = await tx.bulkRun.findUnique({ where: { id } })
  if (!run) throw notFound("run")
  insist(refusalToChoose(run, actor))
}

async function countChosen({ tx }: StaffCtx, id: string) {
  const [counted] = await tx.$queryRaw<{ chosen: number }[]>`
    update platform.bulk_run r set chosen = (
      select count(*)::int from platform.bulk_item i where i.run_id = r.id and i.verdict in ('choose', 'second') and coalesce(i.choice->>'pick', 'skip') <> 'skip')
    where r.id = ${id}::uuid returning r.chosen`
  return { chosen: counted?.chosen ?? 0 }
}

/** Chooses for one record: to make new, to use something of what was found, to ask a second person, or to leave it out. */
export async function chooseItem(ctx: StaffCtx, { id, place, choice }: ChooseItem) {
  await getRunToChoose(ctx, id)
  const changed = await ctx.tx.$executeRaw`
    update platform.bulk_item set choice = jsonb_set(coalesce(choice, '{}'), '{pick}', to_jsonb(${choice}::text))
    where run_id = ${id}::uuid and place = ${place} and verdict in ('choose', 'second')
      and (${choice} = 'skip' or (${choice} = 'new' and verdict = 'choose') or exists (select 1 from jsonb_array_elements(found) f where f->>'id' = ${choice}))`
  if (changed === 0) throw notFound("choice")
  return countChosen(ctx, id)
}

/**
 * The same for all of a group that can have this one: for those that still need a choice, of which `best` is the first of what was found, the strongest match;
 * or for all that a policy wants a second person for.
 */
export async function chooseAll(ctx: StaffCtx, { id, group, choice }: ChooseAll) {
  await getRunToChoose(ctx, id)
  await ctx.tx.$executeRaw`
    update platform.bulk_item set choice = jsonb_set(coalesce(choice, '{}'), '{pick}', case when ${choice} = 'best' then found->0->'id' else to_jsonb(${choice}::text) end)
    where run_id = ${id}::uuid and verdict = ${group}::platform.bulk_verdict and (verdict = 'second' or choice->>'pick' is null)`
  return countChosen(ctx, id)
}
