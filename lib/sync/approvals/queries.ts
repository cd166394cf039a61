import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { recordHref } from "@/lib/platform/record-href"
import { type ApprovalMove, type ApprovalState, refusalToAnswer, refusalToTakeBack } from "@/lib/sales/approvals/rules"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { opportunityStatusReasons } from "@/lib/sales/opportunities/rules"
import { judgeMoves } from "./judge-moves"
import { mostAnswered } from "./schema"

/** A decision that waits for a second person, or did, as one person sees it: why a command about it is not open to them. */
export type ApprovalView = {
  id: string
  move: ApprovalMove
  state: ApprovalState
  label: string
  href: string | null
  askedByName: string
  askedAt: Date
  answeredByName: string | null
  answeredAt: Date | null
  policy: string
  /** What was asked for in particular: the reason of a refusal, the words to the applicant. */
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

/** What waits, the oldest first, and of how many these are the first; and what was answered, the newest first. */
export async function listApprovals(staff: Staff): Promise<{ waiting: ApprovalView[]; total: number; answered: ApprovalView[] }> {
  const [waiting, total, answered] = await Promise.all([
    db.approval.findMany({ where: { state: "waiting" }, orderBy: [{ askedAt: "asc" }, { id: "asc" }], take: shown }),
    db.approval.count({ where: { state: "waiting" } }),
    db.approval.findMany({ where: { state: { not: "waiting" } }, orderBy: [{ askedAt: "desc" }, { id: "desc" }], take: shown }),
  ])
  return { waiting: await viewsOf(staff, waiting), total, answered: await viewsOf(staff, answered) }
}

type Stored = NonNullable<Awaited<ReturnType<typeof db.approval.findFirst>>>

async function viewsOf(staff: Staff, approvals: readonly Stored[]): Promise<ApprovalView[]> {
  const waiting = approvals.filter(({ state }) => state === "waiting")
  const judged = await judgeMoves(db, waiting, staff)
  const refusals = new Map(waiting.map(({ id }, at) => [id, judged[at] ?? null]))
  return approvals.map((approval) => {
    const { id, move, state, label, askedByName, askedAt, answeredByName, answeredAt, ruleName, ruleVersion, reason, askedById } = approval
    return {
      ...{ id, move, state, label, askedByName, askedAt, answeredByName, answeredAt, reason },
      href: hrefOf(approval),
      policy: `Policy “${ruleName}”, version ${ruleVersion}`,
      details: detailsOf(move, approval.input),
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
function detailsOf(move: ApprovalMove, input: unknown): string[] {
  const { statusReason, comment, noteToApplicant, reason, description, opportunity } = input as Said
  const words: Readonly<Record<string, { word: string }>> = move === "lose" ? opportunityStatusReasons : leadStatusReasons
  return [
    move === "disqualify" || move === "lose" ? words[statusReason ?? ""]?.word : null,
    move === "qualify" && opportunity === "skip" ? "Without an opportunity" : null,
    comment,
    reason,
    description,
    noteToApplicant ? `To the applicant: ${noteToApplicant}` : null,
  ].filter((one): one is string => typeof one === "string" && one !== "")
}
