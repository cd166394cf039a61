import { closeLinks, makeLink } from "@/lib/identity/links"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { AppError, insist } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { dayMs } from "@/lib/platform/zone"
import { refusalToResend } from "../rules"
import type { MailRef } from "../schema"
import { getMailToJudge } from "./get-mail-to-judge"
import { mailSubject } from "./mail-subject"

/**
 * Sends a mail once more, as a new one that knows the first: today's truth in today's words, to the same address. An invitation gets a new link, open for
 * its whole time, and those that the same person was sent before close. The decision keeps its one mail; the new one asks the first which decision it tells of.
 */
export async function resendMail(ctx: Ctx, { mailId }: MailRef): Promise<{ mailId: string; toAddress: string }> {
  const { tx, now } = ctx
  const mail = await getMailToJudge(tx, mailId)
  insist(refusalToResend(mail))
  const blocked = await tx.blockedAddress.findFirst({
    where: { address: mail.toAddress.toLowerCase(), liftedAt: null },
    select: { reason: true },
  })
  if (blocked) throw new AppError("conflict", `Nothing is sent to this address: ${blocked.reason} Lift the block first.`)
  await tx.$executeRaw`select 1 from platform.mail where id = ${mailId}::uuid for update`
  const isUnderWay = await tx.mail.count({ where: { resentOfId: mailId, state: { in: ["waiting", "sending", "held"] } } })
  if (isUnderWay > 0) throw new AppError("conflict", "It is on its way once more already.")
  const { letter, toAddress, toName, language, subject, about, recordIds } = mail
  const id = newId()
  const linkId = await renewedLink(ctx, mail.linkId)
  const isNew = { id, key: `${letter}:again:${id}`, state: "waiting" as const, sendAfter: now, createdAt: now, releasedAt: now }
  await tx.mail.create({
    data: { ...isNew, letter, toAddress, toName, language, subject, about: about ?? {}, recordIds, linkId, resentOfId: mailId },
  })
  auditMove(ctx, { move: "mail.resend", record: await mailSubject(tx, mail), to: subject, touched: recordIds })
  return { mailId: id, toAddress }
}

/** The link that the new mail carries. One that was used leads to the sign-in page, as in the first mail; the page of a request keeps its address. */
async function renewedLink(ctx: Ctx, linkId: string | null): Promise<string | null> {
  const link = linkId ? await ctx.tx.link.findUnique({ where: { id: linkId } }) : null
  if (!link || link.usedAt || link.purpose !== "set_password") return linkId
  await closeLinks(ctx, link, link.purpose)
  const expiresAt = new Date(ctx.now.getTime() + env().INVITATION_DAYS * dayMs)
  return makeLink(ctx, { purpose: link.purpose, personId: link.personId ?? undefined, subjectId: link.subjectId ?? undefined, expiresAt })
}
