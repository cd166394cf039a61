import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"

/** What an applicant is asked by an email: about which lead, through whose private link, in which words. */
export type NewQuestion = { leadId: string; prospectId: string; activityId: string; subject: string; text: string }

/** Notes that emails ask something. From now on the decisions of their leads wait for the applicants. */
export async function askQuestions({ tx, actor, now }: Ctx, questions: readonly NewQuestion[]): Promise<void> {
  if (questions.length === 0) return
  const asked = { askedById: actor.id, askedByName: actor.name, askedAt: now }
  // In the order of the leads, which the trigger writes.
  const inOrder = [...questions].sort((one, other) => (one.leadId < other.leadId ? -1 : 1))
  await tx.question.createMany({ data: inOrder.map((question) => ({ id: newId(), ...question, ...asked })) })
}

/** Takes back questions whose emails never left: the clocks are as if they had not been asked. */
export const withdrawQuestions = (tx: Tx, activityIds: readonly string[]) =>
  tx.question.deleteMany({ where: { activityId: { in: [...activityIds] }, answeredAt: null } })

/** Waits no longer for the answers to the questions about a lead; whoever was asked may answer all the same. */
export const stopWaiting = ({ tx, now }: Ctx, leadId: string) =>
  tx.question.updateMany({ where: { leadId, endedAt: null }, data: { endedAt: now } })
