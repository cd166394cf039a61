import { expiryOf, reachesBackDays } from "@/lib/commerce/prospects/expiry"
import { getRequestSettings, type RequestSettings } from "@/lib/commerce/request-settings/queries"
import { auditMove } from "@/lib/platform/audit"
import { type Clock, wallClock } from "@/lib/platform/clock"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import { attempt } from "@/lib/platform/savepoint"
import { dayMs } from "@/lib/platform/zone"
import { type OpenQuestion, questionsToRemind } from "@/lib/sales/questions/open-questions"
import { expireRequest } from "./expire-request"
import { readExpiries } from "./read-expiries"
import { type Reminded, remindApplicant } from "./remind-applicant"
import { remindOfQuestion } from "./remind-of-question"
import { remindStaff, type Waiting } from "./remind-staff"

const atOnce = 50
/** Nothing falls due to the second: once nothing was, the worker looks again after so long. */
const restMs = 10_000

let restsUntil = 0

/** Does what is due about requests that wait, when it is time to look again. False when nothing was. */
export async function watchRequests(clock: Clock = wallClock): Promise<boolean> {
  if (Date.now() < restsUntil) return false
  const worked = await lookAtRequests(clock)
  if (!worked) restsUntil = Date.now() + restMs
  return worked
}

/** Reminds applicants and staff of some requests, or lets some expire, in one transaction. One worker does so at a time. False when nothing is due. */
export async function lookAtRequests(clock: Clock = wallClock): Promise<boolean> {
  const now = clock()
  return inTransaction(
    theSystem,
    async (ctx) => {
      const [lock] = await ctx.tx.$queryRaw<
        { isMine: boolean }[]
      >`select pg_try_advisory_xact_lock(hashtextextended('stale requests', 3)) as "isMine"`
      if (!lock?.isMine) return false
      const settings = await getRequestSettings(ctx.tx)
      return (
        (await expire(ctx, settings)) || (await remind(ctx, settings)) || (await askAgain(ctx, settings)) || (await tell(ctx, settings))
      )
    },
    now,
  )
}

const unanswered = Prisma.sql`p.status = 'pending' and p.email_confirmed_at is null and p.expired_at is null and p.opportunity_id is null`
const ago = (now: Date, days: number) => new Date(now.getTime() - days * dayMs)

/** What the worker asks for: the requests that expire, those whose applicant is to be reminded, and those of which staff is. Days as the settings have them. */
export const requestReads = {
  toExpire: (now: Date) => Prisma.sql`
    select p.id, p.number, p.lead_id as "leadId" from commerce.prospect p where p.expires_at <= ${now} and p.status = 'pending' order by p.expires_at limit ${atOnce}`,
  toAskAgain: (now: Date, days: number) => questionsToRemind({ since: ago(now, days + reachesBackDays), until: ago(now, days), atOnce }),
  toRemind: (now: Date, days: number) => Prisma.sql`
    select p.id, p.number, p.email, p.language, p.lead_id as "leadId", p.submitted_at as "submittedAt" from commerce.prospect p
    where ${unanswered} and p.applicant_reminded_at is null and p.submitted_at <= ${ago(now, days)} and p.submitted_at > ${ago(now, days + reachesBackDays)}
    order by p.submitted_at limit ${atOnce} for update skip locked`,
  toTell: (now: Date, days: number) => Prisma.sql`
    select p.id, p.number, p.company_name as "companyName", p.owner_id as "ownerId" from commerce.prospect p
    where p.status = 'pending' and p.staff_reminded_at is null and p.submitted_at <= ${ago(now, days)} and p.submitted_at > ${ago(now, days + reachesBackDays)}
    order by p.submitted_at limit ${4 * atOnce} for update skip locked`,
}

type ToExpire = { id: string; number: string; leadId: string | null }
/** As everybody takes them who decides many: leads in the order of their ids, and what has none after them. */
const lockKey = ({ id, leadId }: ToExpire) => (leadId ? `lead ${leadId}` : `prospect ${id}`)

async function expire(ctx: Ctx, settings: RequestSettings): Promise<boolean> {
  const { tx, now } = ctx
  const due = await tx.$queryRaw<ToExpire[]>(requestReads.toExpire(now))
  for (const { id, number } of due.toSorted((one, other) => (lockKey(one) < lockKey(other) ? -1 : 1))) {
    const { refused } = await attempt(ctx, (inner) => expireRequest(inner, id, settings))
    if (!refused) continue
    // Somebody was faster, or Sales stands in the way: it is theirs from now on.
    await tx.prospect.updateMany({ where: { id }, data: { expiredAt: now, expiresAt: null } })
    auditMove(ctx, {
      move: "policy.pass",
      record: { kind: "prospect", id, label: number },
      reason: `It did not expire. ${refused.message}`,
    })
  }
  return due.length > 0
}

type ToRemind = Reminded & { submittedAt: Date }

async function remind(ctx: Ctx, settings: RequestSettings): Promise<boolean> {
  const { remindAfterDays: days } = settings
  if (days === null) return false
  const { tx, now } = ctx
  const due = await tx.$queryRaw<ToRemind[]>(requestReads.toRemind(now, days))
  for (const request of due) {
    const stale = { emailConfirmedAt: null, opportunityId: null, expiredAt: null, applicantRemindedAt: now, asked: [] }
    const expiry = expiryOf({ ...stale, status: "pending", submittedAt: request.submittedAt }, settings, now)
    await remindApplicant(ctx, request, expiry?.at ?? null)
  }
  return due.length > 0
}

/** Reminds applicants of questions. One whose request Commerce decided without Sales is not asked again. */
async function askAgain(ctx: Ctx, settings: RequestSettings): Promise<boolean> {
  const { askRemindAfterDays: days } = settings
  if (days === null) return false
  const { tx, now } = ctx
  const due = await tx.$queryRaw<OpenQuestion[]>(requestReads.toAskAgain(now, days))
  if (due.length === 0) return false
  await tx.question.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { remindedAt: now } })
  const pending = await tx.prospect.findMany({ where: { id: { in: due.map(({ prospectId }) => prospectId) }, status: "pending" } })
  const untilOf = new Map((await readExpiries(tx, pending, settings, now)).map(({ id, expiry }) => [id, expiry?.at ?? null]))
  for (const question of due) {
    const applicant = pending.find(({ id }) => id === question.prospectId)
    if (applicant) remindOfQuestion(ctx, question, applicant, untilOf.get(applicant.id) ?? null)
  }
  return true
}

async function tell(ctx: Ctx, { staffAfterDays: days }: RequestSettings): Promise<boolean> {
  if (days === null) return false
  const due = await ctx.tx.$queryRaw<Waiting[]>(requestReads.toTell(ctx.now, days))
  if (due.length > 0) await remindStaff(ctx, due, days)
  return due.length > 0
}
