import { openLink } from "@/lib/identity/links"
import { announce } from "@/lib/platform/announce"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import { standingRequest } from "./standing-request"
import { theApplicant } from "./submit-request"

/** The prospect that a private status link is about, or the one of the same applicant that it is decided with; an unknown link is not found. */
export async function openStatusLink({ tx, now }: Pick<Ctx, "tx" | "now">, token: string) {
  const link = await openLink(token, "request_status", now, tx)
  const prospect = link?.subjectId ? await tx.prospect.findUnique({ where: { id: link.subjectId } }) : null
  if (!prospect) throw notFound("request")
  if (!prospect.mergedIntoId) return prospect
  const { standing, isMine } = await standingRequest(tx, prospect)
  return isMine ? standing : prospect
}

/** The request that the applicant of a private link decides about, and the ids of those of theirs that it stands for. */
export async function openOwnRequests({ tx, now }: Pick<Ctx, "tx" | "now">, token: string) {
  const link = await openLink(token, "request_status", now, tx)
  const prospect = link?.subjectId ? await tx.prospect.findUnique({ where: { id: link.subjectId } }) : null
  if (!prospect) throw notFound("request")
  const { standing, isMine } = await standingRequest(tx, prospect)
  return isMine ? { standing, ids: [prospect.id, standing.id] } : { standing: prospect, ids: [prospect.id] }
}

/**
 * Confirms that the applicant reads the address: on the prospect and, by dual-write, on its lead, unless somebody wrote another address there. A second time
 * changes nothing.
 */
export async function confirmEmail(ctx: Ctx, { token }: { token: string }) {
  const prospect = await openStatusLink(ctx, token)
  // The lead first, as whoever decides.
  if (prospect.leadId) await ctx.tx.$executeRaw`select 1 from sales.lead where id = ${prospect.leadId}::uuid for no key update`
  const confirmed = await ctx.tx.prospect.updateMany({
    where: { id: prospect.id, emailConfirmedAt: null },
    data: { emailConfirmedAt: ctx.now },
  })
  if (confirmed.count === 0) return { number: prospect.number }
  if (prospect.leadId) {
    const where = { id: prospect.leadId, email: prospect.email }
    const { count } = await ctx.tx.lead.updateMany({ where, data: { emailConfirmedAt: ctx.now } })
    if (count > 0) announce(ctx, "lead.confirmed", { leadIds: [prospect.leadId] })
  }
  announce(ctx, "prospect.confirmed", { prospectIds: [prospect.id] })
  const record = { kind: "prospect" as const, id: prospect.id, label: prospect.number }
  auditMove(
    { ...ctx, actor: theApplicant(prospect) },
    { move: "request.confirm_email", record, touched: prospect.leadId ? [prospect.leadId] : [] },
  )
  return { number: prospect.number }
}
