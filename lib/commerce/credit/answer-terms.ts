import { announce } from "@/lib/platform/announce"
import { auditMove, type FieldChange } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insist, notFound } from "@/lib/platform/errors"
import { notify } from "@/lib/platform/notify"
import { changeCurrency, insistOnFreeCurrency } from "./change-currency"
import { creditRecord, findPartner, insistOnCredit } from "./lock-credit"
import { amountText } from "./money"
import { answerRequest } from "./requests/answer-request"
import { type CreditTermsState, refusalToAnswer, refusalToTakeBack, type Terms, termsText } from "./rules"
import type { SendBackTerms, TermsRef } from "./schema"

/** The second person confirms: from now on, or from their first day, the terms stand. */
export async function confirmTerms(ctx: Ctx, { termsId }: TermsRef) {
  const found = await open(ctx, termsId)
  insist(refusalToAnswer(found, ctx.actor))
  const account = await insistOnCredit(ctx, found.credit.organizationId)
  if (account.currency !== found.currency) await insistOnFreeCurrency(ctx, account)
  const changes = await changeCurrency(ctx, account, found.currency)
  await answer(ctx, termsId, "stands", null)
  await answerRequest(ctx, found.creditId)
  announce(ctx, "credit.changed", { termsId })
  return conclude(ctx, found, "credit.confirm", "Confirmed", null, changes)
}

/** The second person does not: it goes back to whoever asked, with the reason. */
export async function sendBackTerms(ctx: Ctx, { termsId, answer: why }: SendBackTerms) {
  const found = await open(ctx, termsId)
  insist(refusalToAnswer(found, ctx.actor))
  await answer(ctx, termsId, "sent_back", why)
  return conclude(ctx, found, "credit.send_back", `Sent back: ${why}`, why)
}

/** Whoever asked thinks better of it. */
export async function takeBackTerms(ctx: Ctx, { termsId }: TermsRef) {
  const found = await open(ctx, termsId)
  insist(refusalToTakeBack(found, ctx.actor))
  await answer(ctx, termsId, "taken_back", null)
  return conclude(ctx, found, "credit.take_back", "Taken back", null)
}

type Found = Awaited<ReturnType<typeof open>>

/** The terms, locked until commit: of two who answer at once the second waits here, and reads who was first. */
async function open(ctx: Ctx, id: string) {
  await ctx.tx.$executeRaw`select 1 from commerce.credit_terms where id = ${id}::uuid for update`
  const found = await ctx.tx.creditTerms.findUnique({
    where: { id },
    include: { credit: { select: { organizationId: true } } },
  })
  if (!found) throw notFound("change of credit")
  return { ...found, amount: Number(found.amount), partner: await findPartner(ctx, found.credit.organizationId) }
}

async function answer({ tx, actor, now }: Ctx, id: string, state: CreditTermsState, why: string | null): Promise<void> {
  const standsSince = state === "stands" ? now : null
  await tx.creditTerms.update({
    where: { id, state: "waiting" },
    data: { state, standsSince, answeredById: actor.id, answeredByName: actor.name, answeredAt: now, answer: why },
  })
}

type Answered = "credit.confirm" | "credit.send_back" | "credit.take_back"

function conclude(
  ctx: Ctx,
  { id, askedById, askedByName, partner, currency, ...found }: Found,
  move: Answered,
  news: string,
  reason: string | null,
  changes: FieldChange[] = [],
) {
  const terms: Terms = found
  const record = creditRecord(partner)
  const by = move === "credit.confirm" ? `Asked for by ${askedByName}, confirmed by ${ctx.actor.name}.` : reason
  auditMove(ctx, { move, record, to: termsText(terms, currency), reason: by, changes, touched: [partner.hierarchyId] })
  if (askedById)
    notify(ctx, {
      kind: "approval",
      subjectId: `${id}:answer`,
      personId: askedById,
      record,
      text: `${news}: a credit limit of ${amountText(found.amount, currency)}.`,
    })
  return { name: partner.name }
}
