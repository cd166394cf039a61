import { announce } from "@/lib/platform/announce"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { creditRecord, findPartner } from "../lock-credit"
import { amountText } from "../money"
import { lockRequest } from "./ask-for-credit"
import { refusalToEnd } from "./rules"
import type { DeclineCreditRequest } from "./schema"

/** Declines a partner's request for credit; who asked reads why, by letter and on their own page. */
export async function declineCreditRequest(ctx: Ctx, { requestId, answer }: DeclineCreditRequest) {
  const request = await lockRequest(ctx, requestId)
  insist(refusalToEnd(request))
  const partner = await findPartner(ctx, request.organizationId)
  await ctx.tx.creditRequest.update({
    where: { id: requestId },
    data: { state: "declined", answeredByName: ctx.actor.name, answeredAt: ctx.now, answer },
  })
  const amount = amountText(request.amount, request.currency)
  auditMove(ctx, {
    move: "credit.decline_request",
    record: creditRecord(partner),
    from: amount,
    reason: answer,
    touched: [partner.hierarchyId],
  })
  announce(ctx, "credit.declined", { requestId })
  return { name: partner.name, amount }
}

/** New terms stand: they answer the request that waits, whatever they give. */
export async function answerRequest({ tx, actor, now }: Ctx, creditId: string): Promise<void> {
  await tx.creditRequest.updateMany({
    where: { creditId, state: "asked" },
    data: { state: "answered", answeredByName: actor.name, answeredAt: now },
  })
}
