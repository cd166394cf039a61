import { announce } from "@/lib/platform/announce"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { momentText } from "@/lib/platform/moment-text"
import { changeCurrency, insistOnFreeCurrency } from "./change-currency"
import { creditRecord, findPartner, lockCredit, openCredit } from "./lock-credit"
import { amountText } from "./money"
import { readStanding } from "./read-standing"
import { answerRequest } from "./requests/answer-request"
import { needsSecondPerson, problemOfOtherCurrency, refusalToSet, termsText } from "./rules"
import type { SetCredit } from "./schema"
import { tellSetters } from "./tell-setters"

/**
 * Gives an organization terms of credit, from now or from a day of its own calendar, for good or up to one. They stand at once, or above the
 * threshold of the currency as soon as a second person confirms them. Earlier terms stay as they were: the newest that is valid counts.
 * As long as no amount stands in the currency of the account they may be in another one, which it gets with them.
 */
export async function setCredit(ctx: Ctx, input: SetCredit) {
  const { tx, actor, now } = ctx
  const { organizationId, currency, timeZone, reason, validFrom, validTo, ...terms } = input
  const partner = await findPartner(ctx, organizationId)
  const credit = (await lockCredit(ctx, organizationId)) ?? (await openCredit(ctx, partner, currency, timeZone))
  const isOther = credit.currency !== currency
  if (isOther) await insistOnFreeCurrency(ctx, credit)
  insist(refusalToSet(await tx.creditTerms.findFirst({ where: { creditId: credit.id, state: "waiting" }, select: { askedByName: true } })))
  if (credit.timeZone !== timeZone)
    await tx.creditAccount.update({ where: { id: credit.id }, data: { timeZone, version: { increment: 1 } } })
  const valid = await readDays(ctx, timeZone, validFrom, validTo)
  const before = (await readStanding(organizationId, valid.from, tx))?.terms ?? null
  const fields = isOther && (await hasTerms(ctx, credit)) ? problemOfOtherCurrency({ validFrom, validTo }) : null
  if (fields) throw new AppError("invalid", "These days do not fit.", { fields })
  const threshold = await tx.creditThreshold.findUnique({ where: { currency }, select: { amount: true } })
  const isAsked = needsSecondPerson(terms, isOther ? null : before, threshold && Number(threshold.amount))
  const changes = isAsked ? [] : await changeCurrency(ctx, credit, currency)
  const id = newId()
  await tx.creditTerms.create({
    data: {
      ...terms,
      id,
      currency,
      creditId: credit.id,
      validFrom: valid.from,
      validTo: valid.to,
      reason,
      state: isAsked ? "waiting" : "stands",
      standsSince: isAsked ? null : now,
      askedById: actor.id,
      askedByName: actor.name,
      askedAt: now,
    },
  })
  auditMove(ctx, {
    move: isAsked ? "credit.ask" : "credit.set",
    record: creditRecord(partner),
    from: before && termsText(before, credit.currency),
    to: [termsText(terms, currency), validFrom && `from ${dayText(validFrom)}`, validTo && `to ${dayText(validTo)}`]
      .filter(Boolean)
      .join(", "),
    reason,
    changes,
    touched: [partner.hierarchyId],
  })
  if (isAsked) {
    const text = `A credit limit of ${amountText(terms.amount, currency)} waits for a second person.`
    await tellSetters(ctx, { subjectId: id, partner, text })
  } else {
    await answerRequest(ctx, credit.id)
    announce(ctx, "credit.changed", { termsId: id })
  }
  return { termsId: id, isAsked, name: partner.name, amount: amountText(terms.amount, currency) }
}

const dayText = (day: string) => momentText(new Date(day), "day")

/** Whether terms in the currency of a credit count, now or from a later day on. */
const hasTerms = async ({ tx, now }: Ctx, { id: creditId, currency }: { id: string; currency: string }): Promise<boolean> =>
  (await tx.creditTerms.count({ where: { creditId, currency, state: "stands", OR: [{ validTo: null }, { validTo: { gt: now } }] } })) > 0

/** The instants at which days of the organization's calendar begin and end; from now where no first day is said, or it is today. */
async function readDays({ tx, now }: Ctx, timeZone: string, first: string | null, last: string | null) {
  const [days] = await tx.$queryRaw<{ from: Date | null; to: Date | null; today: string }[]>`
    select ${first}::date::timestamp at time zone ${timeZone}::text as "from", (${last}::date + 1)::timestamp at time zone ${timeZone}::text as "to",
      to_char(${now}::timestamptz at time zone ${timeZone}::text, 'YYYY-MM-DD') as today`
  const refuse = (field: string, message: string) => new AppError("invalid", message, { fields: { [field]: message } })
  const today = days?.today ?? ""
  if (first && first < today) throw refuse("validFrom", "Choose today or a later day")
  const from = first && first > today && days?.from ? days.from : now
  const to = days?.to ?? null
  if (to && to <= from) throw refuse("validTo", "Choose the first day or a later one")
  return { from, to }
}
