import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { toldMoment } from "@/lib/platform/moment-text"
import { insistOn } from "@/lib/platform/overtaken"
import { getSides, type SideView } from "./get-sides"
import { refusalToJudgePair } from "./judge-pair"
import { lockMatching } from "./match-records"
import type { TwoRecords } from "./schema"

type Worker = Ctx & { actor: Staff }

/** The two records in the order in which their pair is kept: the smaller id first. */
async function bothOf(ctx: Worker, { one, other }: TwoRecords): Promise<[SideView, SideView]> {
  const sides = (await getSides(ctx.tx, [one, other])).sort((a, b) => (a.id < b.id ? -1 : 1))
  const [first, second] = sides
  if (!first || !second) throw notFound("record")
  await insistOn(ctx, refusalToJudgePair(first, second, ctx.actor), first.id)
  return [first, second]
}

/** Keeps for good that two records are not the same: they are never suggested for each other again, until somebody takes it back. */
export async function dismissPair(ctx: Worker, input: TwoRecords) {
  const { tx, actor, now } = ctx
  // Without it the worker, who compares the two just now, could write their pair after this took it away.
  await lockMatching(tx)
  const [first, second] = await bothOf(ctx, input)
  const pair = { firstId: first.id, secondId: second.id }
  const { count } = await tx.notTheSame.createMany({
    data: [{ ...pair, firstKind: first.kind, secondKind: second.kind, personId: actor.id, personName: actor.name, at: now }],
    skipDuplicates: true,
  })
  if (count === 0) {
    const { personName, at } = await tx.notTheSame.findUniqueOrThrow({ where: { firstId_secondId: pair } })
    throw new AppError("conflict", `${personName} said on ${toldMoment(at)} that these are not the same.`)
  }
  await tx.matchPair.deleteMany({ where: pair })
  note(ctx, "duplicate.dismiss", first, second)
  return { labels: [first.label, second.label] as [string, string] }
}

/** Takes back that two records are not the same; the worker compares them anew. */
export async function restorePair(ctx: Worker, input: TwoRecords) {
  const { tx } = ctx
  const [first, second] = await bothOf(ctx, input)
  const { count } = await tx.notTheSame.deleteMany({ where: { firstId: first.id, secondId: second.id } })
  if (count === 0) throw new AppError("conflict", "Nobody says any more that these are not the same.")
  await tx.matchDue.createMany({ data: [{ kind: first.kind, recordId: first.id }] })
  note(ctx, "duplicate.restore", first, second)
  return { labels: [first.label, second.label] as [string, string] }
}

const note = (ctx: Worker, move: "duplicate.dismiss" | "duplicate.restore", first: SideView, second: SideView) =>
  auditMove(ctx, {
    move,
    record: { kind: first.kind, id: first.id, label: first.label },
    reason: `${first.label} and ${second.label}`,
    touched: [second.id],
  })
