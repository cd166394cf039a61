import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Prisma, Tx } from "@/lib/platform/db"
import { AppError, insist } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { dayMs } from "@/lib/platform/zone"
import { checkBook } from "./check-book"
import { type AnyKind, kindOf, type RuleKind } from "./kinds"
import { mostRehearsed, rehearsedDays } from "./rehearsal"
import { refusalToEditRules } from "./rules"
import type { RehearseRules } from "./schema"

type Asked = Omit<RehearseRules, "kind"> & { kind: RuleKind | AnyKind }
/** How many records came in since an hour, up to {@link mostRehearsed}. */
type Count = (tx: Tx, since: Date, until: Date) => Promise<number>

/** Has the worker ask rules of the leads of the last ninety days, or of what else they are for, without doing anything. Of a kind one rehearsal runs at a time. */
export async function rehearseRules(ctx: Ctx & { actor: Staff }, { kind: asked, draft }: Asked, count: Count = countLeads) {
  const kind = kindOf(asked)
  insist(refusalToEditRules(ctx.actor, kind.edits))
  const { tx, actor, now } = ctx
  const { book, problems } = checkBook(kind, draft)
  const [problem] = Object.values(problems)
  if (problem) throw new AppError("invalid", problem, { fields: problems })
  if (!book.rules.some(({ isOn }) => isOn)) throw new AppError("conflict", "No rule is on: there is nothing to rehearse.")
  const since = new Date(now.getTime() - rehearsedDays * dayMs)
  await tx.ruleRun.updateMany({
    where: { kind: kind.key, work: "rehearse", state: "running" },
    data: { state: "canceled", finishedAt: now },
  })
  const total = await count(tx, since, now)
  const id = newId()
  const by = { actorId: actor.id, actorName: actor.name, startedAt: now }
  const rules = JSON.parse(JSON.stringify(book)) as Prisma.InputJsonValue
  await tx.ruleRun.create({ data: { id, work: "rehearse", kind: kind.key, book: rules, since, total, ...by } })
  return { id }
}

async function countLeads(tx: Tx, since: Date, until: Date): Promise<number> {
  const [counted] = await tx.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (
      select 1 from sales.lead where created_at >= ${since} and created_at <= ${until} order by created_at desc, id desc limit ${mostRehearsed}) as recent`
  return counted?.total ?? 0
}
