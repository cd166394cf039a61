import { refusalToAnswerQuestion } from "@/lib/commerce/prospects/rules"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { notify } from "@/lib/platform/notify"
import { tellEvents } from "@/lib/sales/timers/tell-events"
import { timeLeads } from "@/lib/sales/timers/time-leads"

type Request = { id: string; number: string }
type Answer = { questionId: string; text: string }

/**
 * The applicant answers what they were asked: the answer stands on the lead's timeline, whoever owns it and whoever asked hear of it, and the clock of the decision
 * goes on. Of the same answer sent twice the second is told that it has arrived. `ownIds` are the requests that the private link opens.
 */
export async function answerQuestion(ctx: Ctx, request: Request, ownIds: readonly string[], { questionId, text }: Answer) {
  const { tx, actor, now } = ctx
  // The lead first, as everybody who stops its clocks or lets them go on.
  await tx.$executeRaw`select 1 from sales.lead where id = (select lead_id from sales.question where id = ${questionId}::uuid) for no key update`
  await tx.$executeRaw`select 1 from sales.question where id = ${questionId}::uuid for update`
  const question = await tx.question.findFirst({
    where: { id: questionId, prospectId: { in: [...ownIds] } },
    select: {
      ...{ id: true, subject: true, askedById: true, answeredAt: true, endedAt: true },
      lead: { select: { id: true, companyName: true, ownerId: true } },
    },
  })
  if (!question) throw notFound("question")
  const { lead, subject } = question
  // What decides the request holds the lead as well: what is read here stays so.
  const { status } = await tx.prospect.findUniqueOrThrow({ where: { id: request.id }, select: { status: true } })
  insist(refusalToAnswerQuestion({ status }, question))
  await tx.question.update({ where: { id: questionId }, data: { answer: text, answeredAt: now, endedAt: question.endedAt ?? now } })
  const written = { at: now, createdAt: now, actorId: null, actorName: actor.name, text: `Answer to “${subject}”\n\n${text}` }
  await tx.activity.create({ data: { id: newId(), kind: "note", leadId: lead.id, ...written } })
  auditMove(ctx, {
    move: "request.answer",
    record: { kind: "prospect", id: request.id, label: request.number },
    to: subject,
    touched: [request.id, lead.id],
  })
  ctx.ledger.touch("lead", lead.id)
  const record = { kind: "lead" as const, id: lead.id, label: lead.companyName }
  for (const personId of new Set([lead.ownerId, question.askedById]))
    if (personId) notify(ctx, { kind: "answer", subjectId: questionId, personId, record, text })
  const { events } = await timeLeads(ctx, [lead.id])
  await tellEvents(ctx, events)
  return { questionId }
}

/** What an applicant was asked, and answered. Times are those of the move that is named. */
export type AskedQuestion = { id: string; subject: string; text: string; askedAt: Date; answer: string | null; answeredAt: Date | null }

/** What was asked about some requests in emails that have left, the oldest first. */
export const listQuestions = (prospectIds: readonly string[], now: Date) => db.$queryRaw<AskedQuestion[]>`
  select q.id, q.subject, q.text, q.asked_at as "askedAt", q.answer, q.answered_at as "answeredAt"
  from sales.question q left join platform.mail m on m.key = 'message:' || q.activity_id
  where q.prospect_id = any(${[...prospectIds]}::uuid[]) and (m.id is null or (m.state not in ('canceled', 'held') and m.send_after <= ${now}))
  order by q.asked_at, q.id limit 50`
