import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Prisma } from "@/lib/platform/db"
import { AppError, insist } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { checkBook } from "./check-book"
import { mostRehearsed, rehearsedDays } from "./rehearsal"
import { refusalToEditRules } from "./rules"
import type { RehearseRules } from "./schema"

/** Has the worker ask rules of the leads of the last ninety days, without doing anything. Of a kind one rehearsal runs at a time. */
export async function rehearseRules(ctx: Ctx & { actor: Staff }, { kind, draft }: RehearseRules) {
  insist(refusalToEditRules(ctx.actor))
  const { tx, actor, now } = ctx
  const { book, problems } = checkBook(kind, draft)
  const [problem] = Object.values(problems)
  if (problem) throw new AppError("invalid", problem, { fields: problems })
  if (!book.rules.some(({ isOn }) => isOn)) throw new AppError("conflict", "No rule is on: there is nothing to rehearse.")
  const since = new Date(now.getTime() - rehearsedDays * 86_400_000)
  await tx.ruleRun.updateMany({ where: { kind, work: "rehearse", state: "running" }, data: { state: "canceled", finishedAt: now } })
  const [counted] = await tx.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (
      select 1 from sales.lead where created_at >= ${since} and created_at <= ${now} order by created_at desc, id desc limit ${mostRehearsed}) as recent`
  const id = newId()
  const by = { actorId: actor.id, actorName: actor.name, startedAt: now }
  const rules = JSON.parse(JSON.stringify(book)) as Prisma.InputJsonValue
  await tx.ruleRun.create({ data: { id, work: "rehearse", kind, book: rules, since, total: counted?.total ?? 0, ...by } })
  return { id }
}
