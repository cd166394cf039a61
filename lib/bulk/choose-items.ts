import { insist, notFound } from "@/lib/platform/errors"
import { refusalToChoose } from "./rules"
import type { StaffCtx } from "./run-job"
import type { ChooseAll, ChooseItem } from "./schema"

/** Among what was found for a record: that a second person can be asked. There is nothing else to choose then. */
const asks = JSON.stringify([{ id: "ask" }])

async function getRunToChoose({ tx, actor }: StaffCtx, id: string) {
  await tx.$executeRaw`select 1 from platform.bulk_run where id = ${id}::uuid for update`
  const run = await tx.bulkRun.findUnique({ where: { id } })
  if (!run) throw notFound("run")
  insist(refusalToChoose(run, actor))
}

async function countChosen({ tx }: StaffCtx, id: string) {
  const [counted] = await tx.$queryRaw<{ chosen: number }[]>`
    update platform.bulk_run r set chosen = (
      select count(*)::int from platform.bulk_item i where i.run_id = r.id and i.verdict = 'choose' and coalesce(i.choice->>'pick', 'skip') <> 'skip')
    where r.id = ${id}::uuid returning r.chosen`
  return { chosen: counted?.chosen ?? 0 }
}

/** Chooses for one record: to make new, to use something of what was found, or to leave it out. */
export async function chooseItem(ctx: StaffCtx, { id, place, choice }: ChooseItem) {
  await getRunToChoose(ctx, id)
  const changed = await ctx.tx.$executeRaw`
    update platform.bulk_item set choice = jsonb_set(coalesce(choice, '{}'), '{pick}', to_jsonb(${choice}::text))
    where run_id = ${id}::uuid and place = ${place} and verdict = 'choose'
      and (${choice} = 'skip' or (${choice} = 'new' and not found @> ${asks}::jsonb) or exists (select 1 from jsonb_array_elements(found) f where f->>'id' = ${choice}))`
  if (changed === 0) throw notFound("choice")
  return countChosen(ctx, id)
}

/** The same for all that still need a choice and can have this one. `best` is the first of what was found, the strongest match. */
export async function chooseAll(ctx: StaffCtx, { id, choice }: ChooseAll) {
  await getRunToChoose(ctx, id)
  await ctx.tx.$executeRaw`
    update platform.bulk_item set choice = jsonb_set(coalesce(choice, '{}'), '{pick}', case when ${choice} = 'best' then found->0->'id' else to_jsonb(${choice}::text) end)
    where run_id = ${id}::uuid and verdict = 'choose' and choice->>'pick' is null and (${choice} = 'skip' or found @> ${asks}::jsonb = (${choice} = 'ask'))`
  return countChosen(ctx, id)
}
