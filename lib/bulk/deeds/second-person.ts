import type { Tx } from "@/lib/platform/db"
import { attempt } from "@/lib/platform/savepoint"
import { waitingWords } from "@/lib/sales/approvals/rules"
import type { Guard } from "@/lib/sales/policies/second-person"
import { takeBackApproval } from "@/lib/sync/approvals/answer-approval"
import { tellSecondPeople } from "@/lib/sync/approvals/ask-approval"
import { askForMany, type LeadToAsk } from "@/lib/sync/approvals/ask-for-many"
import type { Checked, Deed, DoneItem, Performed, RunItem, RunJob, StaffCtx, Undone } from "../run-job"
import { undoDecided } from "./undo-decided"

/** What is chosen for a record that a policy wants two people for: to ask. It stands among what was found, as the only thing there is. */
export const askPick = "ask"

/** What the dry run says of such a record. `choice` is what becomes of it once a second person confirms. */
export function askInstead(place: number, { name, version }: Guard, told: string, choice: object = {}): Checked {
  const policy = `Policy “${name}”, version ${version}`
  return {
    ...{ place, verdict: "choose", told: `${policy}, wants a second person: ${told.charAt(0).toLowerCase()}${told.slice(1)}` },
    found: [{ id: askPick, label: "Ask for a second person", why: policy }],
    choice: { ...choice, pick: null },
  }
}

/** Why some leads are not decided now: a decision about them waits for a second person already. */
export async function waitingOf(tx: Tx, leadIds: readonly string[]): Promise<Map<string, string>> {
  const waiting = await tx.approval.findMany({
    where: { leadId: { in: [...leadIds] }, state: "waiting" },
    select: { leadId: true, askedByName: true, move: true },
  })
  return new Map(waiting.flatMap((approval) => (approval.leadId ? [[approval.leadId, waitingWords(approval)] as const] : [])))
}

/** Asks for each of some records, and tells those who may confirm once for the whole run. */
export async function performAsks(
  ctx: StaffCtx,
  { id, title }: RunJob,
  asked: readonly (LeadToAsk & { item: RunItem })[],
): Promise<Performed[]> {
  const [first] = asked
  if (!first) return []
  const outcomes = await askForMany(ctx, asked)
  const performed = asked.map(({ item: { place }, lead, guard }): Performed => {
    const { approvalId = null, refusal } = outcomes.get(lead.id) ?? {}
    if (!approvalId) return { place, result: "skipped", why: refusal?.message ?? "It could not be asked for." }
    const why = `A second person was asked, as policy “${guard.name}” wants.`
    return { place, result: "done", why, before: { approvalId }, ownerId: null }
  })
  if (performed.some(({ result }) => result === "done")) {
    const record = { kind: "run" as const, id, label: title }
    await tellSecondPeople(ctx, first.move, { subjectId: `run:${id}`, record, text: "Leads of this run wait for a second person." })
  }
  return performed
}

const approvalOf = ({ before }: DoneItem): string | null => (typeof before?.approvalId === "string" ? before.approvalId : null)

/** Takes back what a run decided, and what it asked for where nobody has answered yet. */
export const undoDecidedOrAsked: Deed["undo"] = async (ctx, run, items) => {
  const decided = await undoDecided(
    ctx,
    run,
    items.filter((item) => approvalOf(item) === null),
  )
  const asked: Undone[] = []
  for (const item of items) {
    const approvalId = approvalOf(item)
    if (approvalId === null) continue
    const { refused } = await attempt(ctx, (inner) => takeBackApproval(inner, { approvalId }))
    asked.push({ place: item.place, ...(refused ? { result: "kept", why: refused.message } : { result: "undone", why: null }) })
  }
  return [...decided, ...asked]
}
