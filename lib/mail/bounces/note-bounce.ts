import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { mailSubject } from "../log/mail-subject"
import { blockAddress } from "./block-address"
import type { Report } from "./read-report"

/**
 * Writes down what a report says of a mail that was sent. The same report again changes nothing; neither does one about a mail that is not here any more.
 * Refuses one that overtook the mark that the mail was sent: whoever brings it brings it again.
 */
export async function noteBounce(ctx: Ctx, mailId: string, { kind, said, isDead }: Report): Promise<void> {
  const { tx, now } = ctx
  if (kind === "arrived") return
  const state = kind === "bounced" ? "bounced" : "sent"
  const changed = await tx.mail.updateMany({ where: { id: mailId, state: "sent" }, data: { state, lastError: said } })
  if (changed.count === 0 && (await tx.mail.count({ where: { id: mailId, state: "sending" } })) > 0)
    throw new AppError("conflict", "This mail is being sent at the moment.")
  if (changed.count === 0) return
  const mail = await tx.mail.findUniqueOrThrow({ where: { id: mailId } })
  if (kind === "bounced" && isDead) await blockAddress(tx, { address: mail.toAddress, reason: said, mailId }, now)
  if (kind === "bounced")
    auditMove(ctx, {
      move: "mail.bounce",
      record: await mailSubject(tx, mail),
      from: "sent",
      to: "bounced",
      reason: said,
      touched: mail.recordIds,
    })
}
