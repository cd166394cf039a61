import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { insistOnFreeCurrency } from "../change-currency"
import { creditRecord, findPartnerOf, lockCredit, openCredit } from "../lock-credit"
import { amountText } from "../money"
import { readStanding } from "../read-standing"
import { tellSetters } from "../tell-setters"
import { refusalToAsk, refusalToEnd } from "./rules"
import type { AskForCredit, WithdrawCreditRequest } from "./schema"

type OfPartner<Input> = Input & { hierarchyId: string }

/** A partner's Admin asks for a credit limit; whoever may set it is told by the bell. Nothing is sold on account for it before they answer. */
export async function askForCredit(ctx: Ctx, { hierarchyId, amount, currency, note }: OfPartner<AskForCredit>) {
  const { tx, actor, now } = ctx
  if (!actor.id) throw new AppError("forbidden", "Only an Admin of the organization asks for credit.")
  const partner = await findPartnerOf(ctx, hierarchyId)
  const { organizationId } = partner
  const credit = (await lockCredit(ctx, organizationId)) ?? (await openCredit(ctx, partner, currency, "UTC"))
  if (credit.currency !== currency) await insistOnFreeCurrency(ctx, credit)
  const [standing, waiting] = await Promise.all([
    readStanding(organizationId, now, tx),
    tx.creditRequest.findFirst({ where: { creditId: credit.id, state: "asked" }, select: { askedByName: true } }),
  ])
  const limit = standing?.terms?.allowOnAccount && standing.currency === currency ? standing.terms.amount : null
  insist(refusalToAsk(amount, { waiting, limit, currency }))
  const id = newId()
  await tx.creditRequest.create({
    data: { id, creditId: credit.id, currency, amount, note, state: "asked", askedById: actor.id, askedByName: actor.name, askedAt: now },
  })
  const wanted = amountText(amount, currency)
  auditMove(ctx, { move: "credit.request", record: creditRecord(partner), to: wanted, reason: note, touched: [hierarchyId] })
  await tellSetters(ctx, { subjectId: id, partner, text: `${partner.name} asks for a credit limit of ${wanted}.` })
  return { amount: wanted }
}

/** The partner thinks better of it. */
export async function withdrawCreditRequest(ctx: Ctx, { hierarchyId, requestId }: OfPartner<WithdrawCreditRequest>) {
  const partner = await findPartnerOf(ctx, hierarchyId)
  const request = await lockRequest(ctx, requestId, partner.organizationId)
  insist(refusalToEnd(request))
  await ctx.tx.creditRequest.update({
    where: { id: requestId },
    data: { state: "withdrawn", answeredByName: ctx.actor.name, answeredAt: ctx.now },
  })
  auditMove(ctx, { move: "credit.withdraw_request", record: creditRecord(partner), touched: [hierarchyId] })
  return { amount: amountText(request.amount, request.currency) }
}

/** A request, locked until commit; of another organization it is not there. */
export async function lockRequest({ tx }: Pick<Ctx, "tx">, id: string, organizationId?: string) {
  await tx.$executeRaw`select 1 from commerce.credit_request where id = ${id}::uuid for update`
  const request = await tx.creditRequest.findFirst({
    where: { id, credit: { organizationId } },
    include: { credit: { select: { organizationId: true } } },
  })
  if (!request) throw new AppError("not_found", "There is no such request for credit.")
  const { amount, credit, ...rest } = request
  return { ...rest, ...credit, amount: Number(amount) }
}
