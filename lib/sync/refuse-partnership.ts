import { moveCustomer } from "@/lib/commerce/customers/move-customers"
import { beforeDecision, moveProspect, type ProspectToJudge, rejectClaimed } from "@/lib/commerce/prospects/move-prospect"
import { postLetter } from "@/lib/mail/post-letter"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { fullName } from "@/lib/platform/party"
import type { Decision } from "./decision"

type Words = {
  reason: string
  noteToApplicant: string | null
  salesStage: string | null
  /** Set where its lead leaves an opportunity that goes on without it. */
  opportunityId?: null
}

/**
 * Commerce's half of a refusal: the prospect Rejected or, by the applicant, Withdrawn; customers that were only Provisional
 * are Archived unless another pending prospect needs them; the decline letter held for the send window. A withdrawal sends no letter.
 */
export async function refusePartnership(
  ctx: Ctx,
  decision: Decision,
  prospect: ProspectToJudge,
  status: "rejected" | "withdrawn",
  words: Words,
  common: readonly string[],
): Promise<void> {
  const begun = decision.touched.length
  await archiveProvisional(ctx, decision, prospect)
  decision.changed(
    "prospect",
    { kind: "prospect", id: prospect.id, label: prospect.number, version: prospect.version },
    beforeDecision(prospect),
    `Prospect ${prospect.number} ${status === "rejected" ? "Rejected" : "Withdrawn"}`,
  )
  await moveProspect(ctx, prospect, status, {
    decisionReason: words.reason,
    noteToApplicant: words.noteToApplicant,
    salesStage: words.salesStage,
    ...("opportunityId" in words ? { opportunityId: null } : {}),
  })
  if (status === "rejected") declineByLetter(ctx, decision, prospect, begun, common)
}

type Refusal = { decision: Decision; prospect: ProspectToJudge; common: readonly string[] }

/**
 * The same refusal of many claimed prospects, each as part of its own decision, in one statement. Prospects that have customers already are
 * refused one by one, since these may have to be archived.
 */
export async function refusePartnerships(ctx: Ctx, refusals: readonly Refusal[], words: Words): Promise<void> {
  const isAlone = ({ prospect }: Refusal) => prospect.organizationId === null && prospect.requestorId === null
  for (const { decision, prospect, common } of refusals.filter((one) => !isAlone(one)))
    await refusePartnership(ctx, decision, prospect, "rejected", words, common)
  const alone = refusals.filter(isAlone)
  await rejectClaimed(
    ctx,
    alone.map(({ prospect }) => prospect),
    words,
  )
  for (const { decision, prospect, common } of alone) {
    const begun = decision.touched.length
    const record = { kind: "prospect" as const, id: prospect.id, label: prospect.number, version: prospect.version }
    decision.changed("prospect", record, beforeDecision(prospect), `Prospect ${prospect.number} Rejected`)
    declineByLetter(ctx, decision, prospect, begun, common)
  }
}

function declineByLetter(ctx: Ctx, decision: Decision, prospect: ProspectToJudge, begun: number, common: readonly string[]): void {
  postLetter(ctx, {
    letter: "prospect-rejected",
    subjectId: `${decision.id}:${prospect.id}`,
    to: { address: prospect.email, name: fullName(prospect) },
    about: { prospectId: prospect.id, decisionId: decision.id },
    decisionId: decision.id,
    recordIds: decision.recordIdsOf(prospect, begun, common),
    language: prospect.language,
    holdSeconds: env().SEND_WINDOW_SECONDS,
  })
  decision.receipt.mailed.push({ to: prospect.email, letter: "prospect-rejected" })
}

async function archiveProvisional(ctx: Ctx, decision: Decision, prospect: ProspectToJudge): Promise<void> {
  const ids = [prospect.organizationId, prospect.requestorId].filter((id) => id !== null)
  if (ids.length === 0) return
  const elsewhere = { some: { id: { not: prospect.id }, status: "pending" as const } }
  const customers = await ctx.tx.customer.findMany({
    where: { id: { in: ids }, status: "provisional", NOT: [{ organizationOf: elsewhere }, { requestorOf: elsewhere }] },
    select: { id: true, number: true, version: true, status: true },
  })
  for (const { number, status, ...customer } of customers) {
    await moveCustomer(ctx, { ...customer, status }, "archived")
    decision.changed("customer", { kind: "customer", label: number, ...customer }, { status }, `Customer ${number} Archived`)
  }
}
