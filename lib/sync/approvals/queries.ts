import type { Staff } from "@/lib/identity/actor"
import { db, Prisma } from "@/lib/platform/db"
import { holdsSql } from "@/lib/platform/holding-sql"
import { recordHref } from "@/lib/platform/record-href"
import { type ApprovalMove, approvalMoves, approvalStates, refusalToAnswer, refusalToTakeBack } from "@/lib/sales/approvals/rules"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { opportunityStatusReasons } from "@/lib/sales/opportunities/rules"
import { judgeMoves } from "./judge-moves"
import { readCompanies } from "./read-companies"
import { mostAnswered } from "./schema"

/** A decision that waits for a second person, or did, as one person sees it: why a command about it is not open to them. */
export type ApprovalView = {
  id: string
  move: ApprovalMove
  /** What is asked for, in the word of its command and as it follows "asks to"; and what came of it. */
  word: string
  deed: string
  stateWord: string
  label: string
  href: string | null
  askedByName: string
  askedAt: Date
  answeredByName: string | null
  answeredAt: Date | null
  policy: string
  /** What was asked for in particular: the company that it becomes, the reason of a refusal, the words to the applicant. */
  details: string[]
  reason: string | null
  isMine: boolean
  refusals: { answer: string | null; takeBack: string | null }
}

const shown = mostAnswered

type About = { leadId: string } | { opportunityId: string } | { prospectId: string }

/** The decision about a record that waits for a second person; null where none does. */
export async function getApproval(staff: Staff, about: About): Promise<ApprovalView | null> {
  const found = await db.approval.findFirst({ where: { ...about, state: "waiting" } })
  return found ? ((await viewsOf(staff, [found]))[0] ?? null) : null
}

/** What waits, the oldest first, and how many wait in all; and what was answered, the newest first. With a search, of both those that hold it. */
export async function listApprovals(staff: Staff, q = ""): Promise<{ waiting: ApprovalView[]; total: number; answered: ApprovalView[] }> {
  const [waiting, total, answered] = await Promise.all([
    readApprovals(q, true),
    db.approval.count({ where: { state: "waiting" } }),
    readApprovals(q, false),
  ])
  return { waiting: await viewsOf(staff, waiting), total, answered: await viewsOf(staff, answered) }
}

async function readApprovals(q: string, isWaiting: boolean): Promise<Stored[]> {
  const state = isWaiting ? ("waiting" as const) : { not: "waiting" as const }
  const order = isWaiting ? "asc" : "desc"
  const where = q ? { state, id: { in: await findApprovals(q, isWaiting) } } : { state }
  return db.approval.findMany({ where, orderBy: [{ askedAt: order }, { id: order }], take: shown })
}

async function findApprovals(q: string, isWaiting: boolean): Promise<string[]> {
  const order = Prisma.raw(isWaiting ? "asc" : "desc")
  const texts = [Prisma.sql`label`, Prisma.sql`asked_by_name`, Prisma.sql`'Policy “' || rule_name || '”, version ' || rule_version`]
  const found = await db.$queryRaw<{ id: string }[]>`
    select id from platform.approval where (state = 'waiting') = ${isWaiting} and ${holdsSql(q, ...texts)}
    order by asked_at ${order}, id ${order} limit ${shown}`
  return found.map(({ id }) => id)
}

type Stored = NonNullable<Awaited<ReturnType<typeof db.approval.findFirst>>>

async function viewsOf(staff: Staff, approvals: readonly Stored[]): Promise<ApprovalView[]> {
  const waiting = approvals.filter(({ state }) => state === "waiting")
  const judged = await judgeMoves(db, waiting, staff)
  const companies = await readCompanies(db, approvals)
  const refusals = new Map(waiting.map(({ id }, at) => [id, judged[at] ?? null]))
  return approvals.map((approval) => {
    const { id, move, state, label, askedByName, askedAt, answeredByName, answeredAt, ruleName, ruleVersion, reason, askedById } = approval
    return {
      ...{ id, move, label, askedByName, askedAt, answeredByName, answeredAt, reason },
      ...approvalMoves[move],
      stateWord: approvalStates[state],
      href: hrefOf(approval),
      policy: `Policy “${ruleName}”, version ${ruleVersion}`,
      details: detailsOf(move, approval.input, companies.get(id) ?? null),
      isMine: askedById === staff.id,
      refusals: {
        answer: refusalToAnswer(approval, staff, refusals.get(id) ?? null)?.message ?? null,
        takeBack: refusalToTakeBack(approval, staff)?.message ?? null,
      },
    }
  })
}

function hrefOf({ move, leadId, opportunityId, prospectId }: Stored): string | null {
  if (move === "win" || move === "lose") return recordHref("opportunity", opportunityId ?? "")
  return move === "approve" || move === "reject" ? recordHref("prospect", prospectId ?? "") : recordHref("lead", leadId ?? "")
}

type Said = Partial<Record<"statusReason" | "comment" | "noteToApplicant" | "reason" | "description" | "opportunity", string | null>>

/** What stands in the input that whoever confirms should read. */
function detailsOf(move: ApprovalMove, input: unknown, company: string | null): string[] {
  const { statusReason, comment, noteToApplicant, reason, description, opportunity } = input as Said
  const words: Readonly<Record<string, { word: string }>> = move === "lose" ? opportunityStatusReasons : leadStatusReasons
  return [
    move === "disqualify" || move === "lose" ? words[statusReason ?? ""]?.word : null,
    company && `Into ${company}`,
    move === "qualify" && opportunity === "skip" ? "Without an opportunity" : null,
    comment,
    reason,
    description,
    noteToApplicant ? `To the applicant: ${noteToApplicant}` : null,
  ].filter((one): one is string => typeof one === "string" && one !== "")
}
