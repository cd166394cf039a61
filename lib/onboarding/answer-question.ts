import { z } from "zod"
import type { Ctx } from "@/lib/platform/context"
import { linesOf } from "@/lib/platform/form-shapes"
import { answerQuestion as answer } from "@/lib/sync/answer-question"
import { longestAnswer } from "./answer-limits"
import { openOwnRequests } from "./confirm-email"
import { theApplicant } from "./submit-request"

export const AnswerQuestion = z.object({
  token: z.string().min(20).max(200),
  questionId: z.uuid(),
  text: linesOf("answer", longestAnswer, "Write your answer first"),
})
export type AnswerQuestion = z.output<typeof AnswerQuestion>

/** The applicant answers, through the private link, what they were asked. */
export async function answerQuestion(ctx: Ctx, { token, ...said }: AnswerQuestion) {
  const { standing, ids } = await openOwnRequests(ctx, token)
  return answer({ ...ctx, actor: theApplicant(standing) }, standing, ids, said)
}
