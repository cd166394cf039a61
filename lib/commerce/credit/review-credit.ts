import { may, staffRoles } from "@/lib/identity/permissions"
import { auditMove } from "@/lib/platform/audit"
import { type Clock, wallClock } from "@/lib/platform/clock"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { momentText } from "@/lib/platform/moment-text"
import { notify } from "@/lib/platform/notify"
import { dayTextOf } from "@/lib/platform/zone"
import { creditRecord, findPartner, insistOnCredit } from "./lock-credit"
import type { CompleteReview, SetReview } from "./schema"

/** The day on which an organization's credit is looked at again; whoever sets it is reminded. */
export async function setReview(ctx: Ctx, { organizationId, reviewOn }: SetReview) {
  const partner = await findPartner(ctx, organizationId)
  const credit = await insistOnCredit(ctx, organizationId)
  await plan(ctx, credit.id, reviewOn)
  auditMove(ctx, {
    move: "credit.review_set",
    record: creditRecord(partner),
    from: credit.reviewOn && momentText(credit.reviewOn, "day"),
    to: momentText(new Date(reviewOn), "day"),
    touched: [partner.hierarchyId],
  })
  return { reviewOn }
}

/** Says what the review found, and when the next one is due. */
export async function completeReview(ctx: Ctx, { organizationId, finding, reviewOn }: CompleteReview) {
  const partner = await findPartner(ctx, organizationId)
  const credit = await insistOnCredit(ctx, organizationId)
  if (!credit.reviewOn) throw new AppError("conflict", "No review is due. Somebody may have completed it a moment ago.")
  await plan(ctx, credit.id, reviewOn)
  auditMove(ctx, {
    move: "credit.review_done",
    record: creditRecord(partner),
    from: momentText(credit.reviewOn, "day"),
    to: reviewOn && momentText(new Date(reviewOn), "day"),
    reason: finding,
    touched: [partner.hierarchyId],
  })
  return { reviewOn }
}

async function plan({ tx, actor, now }: Ctx, id: string, reviewOn: string | null): Promise<void> {
  if (reviewOn && reviewOn < dayTextOf(now))
    throw new AppError("invalid", "Choose today or a later day.", { fields: { reviewOn: "Choose today or a later day" } })
  const reviewPersonId = reviewOn ? actor.id : null
  await tx.creditAccount.update({
    where: { id },
    data: { reviewOn: reviewOn ? new Date(reviewOn) : null, reviewPersonId, remindedAt: null, version: { increment: 1 } },
  })
}

type Due = { id: string; organizationId: string; reviewOn: string; personId: string | null }

/**
 * Reminds by the bell of the review that has been due for the longest: whoever planned it, or where they no longer may, everybody who sets credit.
 * False when none is due. Any number of workers may do so at once: each review is told once.
 */
export async function remindOfReview(clock: Clock = wallClock): Promise<boolean> {
  return inTransaction(theSystem, remind, clock())
}

async function remind(ctx: Ctx): Promise<boolean> {
  const { tx, now } = ctx
  const [due] = await tx.$queryRaw<Due[]>`
    update commerce.credit_account set reminded_at = ${now}
    where id = (
      select id from commerce.credit_account
      where review_on is not null and reminded_at is null and review_on <= (${now}::timestamptz at time zone time_zone)::date
      order by review_on limit 1 for no key update skip locked)
    returning id, organization_id as "organizationId", review_on::text as "reviewOn", review_person_id as "personId"`
  if (!due) return false
  const partner = await findPartner(ctx, due.organizationId)
  const setters = { staffRole: { in: staffRoles.filter((role) => may(role, "credit:edit")) }, disabledAt: null }
  const planner = due.personId && (await tx.person.findFirst({ where: { ...setters, id: due.personId }, select: { id: true } }))
  const who = planner ? [planner] : await tx.person.findMany({ where: setters, take: 50, select: { id: true } })
  for (const { id } of who)
    notify(ctx, {
      kind: "reminder",
      subjectId: `${due.id}:${due.reviewOn}`,
      personId: id,
      record: creditRecord(partner),
      text: `The credit of ${partner.name} is due for review.`,
    })
  return true
}
