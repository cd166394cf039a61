import { dayMs } from "@/lib/platform/zone"
import type { ProspectStatus } from "./rules"

/** What was due longer ago when reminders were switched on is left to people. */
export const reachesBackDays = 30

type Limits = { remindAfterDays: number | null; expireAfterDays: number | null }
type Days = Limits & { askRemindAfterDays: number | null; askExpireAfterDays: number | null }

/** A question whose email has left, that nobody answered and that is still waited for. */
type OpenQuestion = { askedAt: Date; remindedAt: Date | null }

export type JudgedStale = {
  status: ProspectStatus
  emailConfirmedAt: Date | null
  opportunityId: string | null
  submittedAt: Date
  applicantRemindedAt: Date | null
  expiredAt: Date | null
  asked: readonly OpenQuestion[]
}

/** When a request expires, and because its applicant did not do what. */
export type Expiry = { at: Date; because: "unconfirmed" | "unanswered" }

/** Something that an applicant is waited for: since when, and when they were reminded of it. */
type Wait = { since: Date; remindedAt: Date | null }

/** When a wait is over, never before its applicant had time to answer the reminder; null where it has no end, or its reminder was due too long ago. */
function endOf({ since, remindedAt }: Wait, { remindAfterDays, expireAfterDays }: Limits, now: Date): number | null {
  if (remindAfterDays === null || expireAfterDays === null) return null
  const remindable = since.getTime() + remindAfterDays * dayMs
  if (remindedAt === null && remindable + reachesBackDays * dayMs <= now.getTime()) return null
  const reminded = remindedAt?.getTime() ?? Math.max(now.getTime(), remindable)
  return Math.max(since.getTime() + expireAfterDays * dayMs, reminded + (expireAfterDays - remindAfterDays) * dayMs)
}

/**
 * When a request expires that waits for its applicant: to confirm the address, or to answer what was asked, of several questions the last. Null where it
 * does not: it is decided or has an opportunity, or it expired before and people took that back.
 */
export function expiryOf(request: JudgedStale, days: Days, now: Date): Expiry | null {
  const { status, opportunityId, expiredAt, emailConfirmedAt, submittedAt, applicantRemindedAt, asked } = request
  if (status !== "pending" || opportunityId !== null || expiredAt !== null) return null
  const confirming = emailConfirmedAt === null ? endOf({ since: submittedAt, remindedAt: applicantRemindedAt }, days, now) : null
  const answering = lastOf(asked.map((question) => endOfAnswer(question, days, now)))
  if (answering !== null && (confirming === null || answering < confirming)) return { at: new Date(answering), because: "unanswered" }
  return confirming === null ? null : { at: new Date(confirming), because: "unconfirmed" }
}

const endOfAnswer = ({ askedAt, remindedAt }: OpenQuestion, { askRemindAfterDays, askExpireAfterDays }: Days, now: Date): number | null =>
  endOf({ since: askedAt, remindedAt }, { remindAfterDays: askRemindAfterDays, expireAfterDays: askExpireAfterDays }, now)

/** The last of some ends; null where there is none, or one of them has none. */
const lastOf = (ends: readonly (number | null)[]): number | null =>
  ends.length === 0 || ends.includes(null) ? null : Math.max(...ends.flatMap((end) => end ?? []))
