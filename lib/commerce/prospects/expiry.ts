import type { ProspectStatus } from "./rules"

const dayMs = 86_400_000

type Days = { remindAfterDays: number | null; expireAfterDays: number | null }

export type JudgedStale = {
  status: ProspectStatus
  emailConfirmedAt: Date | null
  opportunityId: string | null
  submittedAt: Date
  applicantRemindedAt: Date | null
  expiredAt: Date | null
}

/** Whether a request waits for its applicant: nobody confirmed the address, nobody made an opportunity of it, and it did not expire before. */
const waitsForApplicant = ({ status, emailConfirmedAt, opportunityId, expiredAt }: JudgedStale): boolean =>
  status === "pending" && emailConfirmedAt === null && opportunityId === null && expiredAt === null

/** How many days an applicant has to answer a reminder; null where nothing expires. */
export const graceDays = ({ remindAfterDays, expireAfterDays }: Days): number | null =>
  remindAfterDays === null || expireAfterDays === null ? null : expireAfterDays - remindAfterDays

/** When a request expires, never before its applicant had time to answer the reminder; null where it does not. */
export function expiryOf(request: JudgedStale, days: Days, now: Date): Date | null {
  const grace = graceDays(days)
  if (grace === null || days.expireAfterDays === null || days.remindAfterDays === null || !waitsForApplicant(request)) return null
  const submitted = request.submittedAt.getTime()
  const reminded = request.applicantRemindedAt?.getTime() ?? Math.max(now.getTime(), submitted + days.remindAfterDays * dayMs)
  return new Date(Math.max(submitted + days.expireAfterDays * dayMs, reminded + grace * dayMs))
}
