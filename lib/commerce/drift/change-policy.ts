import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { overtaken } from "@/lib/platform/overtaken"
import { lockHierarchy } from "../hierarchies/lock-hierarchy"
import { sectionWords } from "./rules"
import type { ChangeDriftDefault, ChangeDriftPolicy } from "./schema"

const inWords = (isDefault: boolean, words: string) => (isDefault ? "As Settings say" : words || "Nothing")

/** Says what the members of a hierarchy must share with its Admin; the worker then looks who differs. */
export async function changeDriftPolicy(ctx: Ctx, { hierarchyId, follows, sections }: ChangeDriftPolicy) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const followsDefault = follows === "default"
  const driftSections = followsDefault ? [] : sections
  const { count } = await ctx.tx.hierarchy.updateMany({
    where: { id: hierarchyId, version: hierarchy.version },
    data: { driftFollowsDefault: followsDefault, driftSections, version: { increment: 1 } },
  })
  if (count === 0) throw await overtaken(ctx, hierarchyId)
  await ctx.tx.driftDue.create({ data: { hierarchyId } })
  auditMove(ctx, {
    move: "hierarchy.policy",
    record: { kind: "hierarchy", id: hierarchyId, label: hierarchy.number },
    to: inWords(followsDefault, sectionWords(driftSections)),
  })
  return { hierarchyId, number: hierarchy.number }
}

/** Says what members must share in every hierarchy that does not say so itself. */
export async function changeDriftDefault(ctx: Ctx, { version, sections }: ChangeDriftDefault) {
  const { count } = await ctx.tx.driftDefault.updateMany({
    where: { id: 1, version },
    data: { sections, version: { increment: 1 } },
  })
  if (count === 0) throw new AppError("conflict", "Somebody changed this a moment ago. Reload the page and look at it again.")
  await ctx.tx.$executeRaw`insert into commerce.drift_due (hierarchy_id) select id from commerce.hierarchy where drift_follows_default`
  auditMove(ctx, {
    move: "hierarchy.default_policy",
    record: { kind: "rules", id: newId(), label: "Customer hierarchies" },
    to: sectionWords(sections) || "Nothing",
  })
  return { sections }
}
