import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist } from "@/lib/platform/errors"
import { refusalToRelease } from "../rules"
import type { MailRef } from "../schema"
import { getMailToJudge } from "./get-mail-to-judge"
import { mailSubject } from "./mail-subject"

/** Lets a held mail go: it leaves at once, in the words that are published then. */
export async function releaseMail(ctx: Ctx, { mailId }: MailRef): Promise<{ mailId: string; toAddress: string }> {
  const { tx, now } = ctx
  const mail = await getMailToJudge(tx, mailId)
  insist(refusalToRelease(mail))
  const released = await tx.mail.updateMany({
    where: { id: mailId, state: "held" },
    data: { state: "waiting", sendAfter: now, releasedAt: now, claimedAt: null },
  })
  if (released.count === 0) throw new AppError("conflict", "Somebody was faster: this mail is not held any more.")
  auditMove(ctx, { move: "mail.release", record: await mailSubject(tx, mail), from: "held", to: "waiting", touched: mail.recordIds })
  return { mailId, toAddress: mail.toAddress }
}
