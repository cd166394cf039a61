import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { lockHierarchy, memberOf } from "../hierarchies/lock-hierarchy"
import { insistOnCredit } from "./lock-credit"
import { readSpending } from "./read-spending"
import { readStanding } from "./read-standing"
import { isChecked, limitsText, problemOfLimits } from "./rules"
import type { SetSpending } from "./schema"

type Layer = "store" | "own"

/**
 * Limits what a user spends on account, per order and per month, as the store or as the organization's own Admin. Each has limits of their own,
 * and the lower counts; nothing given is no limit.
 */
const setSpendingAs =
  (layer: Layer) =>
  async (ctx: Ctx, { hierarchyId, memberId, currency, perOrder, perMonth }: SetSpending) => {
    const { tx, now } = ctx
    const hierarchy = await lockHierarchy(ctx, hierarchyId)
    const member = memberOf(hierarchy, memberId)
    const { organizationId } = hierarchy
    const credit = await insistOnCredit(ctx, organizationId)
    if (credit.currency !== currency) throw new AppError("invalid", `Amounts are in ${credit.currency}. Reload the page.`)
    const standing = await readStanding(organizationId, now, tx)
    const limit = standing?.terms && isChecked(standing.terms) ? standing.terms.amount : null
    const fields = problemOfLimits({ perOrder, perMonth }, { limit, currency })
    if (fields) throw new AppError("invalid", "These limits do not fit.", { fields })
    const [before] = await readSpending({ organizationId, timeZone: credit.timeZone, memberId }, now, tx)
    const data = layer === "store" ? { storePerOrder: perOrder, storePerMonth: perMonth } : { ownPerOrder: perOrder, ownPerMonth: perMonth }
    await tx.spendingLimit.upsert({ where: { memberId }, create: { memberId, ...data }, update: { ...data, version: { increment: 1 } } })
    auditMove(ctx, {
      move: layer === "store" ? "spending.set" : "spending.set_own",
      record: { kind: "member", id: memberId, label: member.name },
      from: before ? limitsText(before.layers[layer], currency) : null,
      to: limitsText({ perOrder, perMonth }, currency),
      touched: [hierarchyId, member.customerId],
    })
    return { memberId, name: member.name }
  }

/** As staff do it. */
export const setSpending = setSpendingAs("store")

/** As the partner's Admin does it. */
export const setOwnSpending = setSpendingAs("own")
