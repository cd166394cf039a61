import { z } from "zod"
import type { Staff } from "@/lib/identity/actor"
import { type LetterPreview, previewDecision } from "@/lib/mail/preview-letter"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { insist, notFound } from "@/lib/platform/errors"
import { attempt } from "@/lib/platform/savepoint"
import { refusalToAnswer } from "@/lib/sales/approvals/rules"
import { decideAsked } from "./decide-asked"
import { judgeMoves } from "./judge-moves"

/** What a confirmation would send, and after how many seconds it leaves. */
export type ForeseenLetters = { letters: LetterPreview[]; undoSeconds: number }

const About = z.object({ prospectId: z.uuid() })
const decisive = ["prospect-approved", "prospect-rejected"] as const

/**
 * The letters that leave if somebody confirms what another asked for, each as it will arrive. The decision is tried and nothing of it kept, so that
 * they are those of the decision whatever joined it since, and whoever confirms reads beforehand what would be refused.
 */
export async function foreseeLetters(staff: Staff, approvalId: string, now: Date): Promise<ForeseenLetters> {
  const approval = await db.approval.findUnique({ where: { id: approvalId } })
  if (!approval) throw notFound("approval")
  const [byMove = null] = await judgeMoves(db, [approval], staff)
  insist(refusalToAnswer(approval, staff, byMove))
  const words = await inTransaction(
    staff,
    async (ctx) => {
      const { result, refused } = await attempt(
        { ...ctx, actor: staff },
        async (inner) => {
          await decideAsked(inner, approval)
          const posted = inner.ledger.mails.flatMap(({ letter, about }) => {
            const name = decisive.find((one) => one === letter)
            return name ? [{ letter: name, ...About.parse(about) }] : []
          })
          const prospects = await inner.tx.prospect.findMany({
            where: { id: { in: posted.map(({ prospectId }) => prospectId) } },
            select: { id: true, decisionReason: true, noteToApplicant: true },
          })
          const said = new Map(prospects.map((prospect) => [prospect.id, prospect]))
          return posted.map((mail) => ({ ...mail, said: said.get(mail.prospectId) }))
        },
        { isTrial: true },
      )
      if (refused) throw refused
      return result
    },
    now,
  )
  const letters: LetterPreview[] = []
  for (const { prospectId, letter, said } of words)
    letters.push(await previewDecision(prospectId, { letter, reason: said?.decisionReason ?? "", note: said?.noteToApplicant ?? "" }, now))
  return { letters, undoSeconds: env().SEND_WINDOW_SECONDS }
}
