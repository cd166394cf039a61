import { z } from "zod"
import type { Tx } from "@/lib/platform/db"
import { capital, small } from "@/lib/platform/first-letter"
import { attempt } from "@/lib/platform/savepoint"
import { waitingWords } from "@/lib/sales/approvals/rules"
import type { Guard } from "@/lib/sales/policies/second-person"
import { takeBackApproval } from "@/lib/sync/approvals/answer-approval"
import { tellSecondPeople } from "@/lib/sync/approvals/ask-approval"
import { askForMany, type ToAsk } from "@/lib/sync/approvals/ask-for-many"
import { type BulkList, bulkNouns } from "../kinds"
import type { QualifyVerdict } from "../qualify-verdict"
import type { Checked, Deed, DoneItem, Performed, RunItem, RunJob, StaffCtx, Undone } from "../run-job"
import { isShared } from "./picked"
import { undoDecided } from "./undo-decided"

/** What is chosen for a record that a policy wants two people for: to ask. It stands among what was found, as the only thing there is. */
const askPick = "ask"

/** What the dry run says of such a record: a second person is asked, unless it is left out. `choice` is what becomes of it once that one confirms. */
export function askInstead(place: number, { name, version }: Guard, told: string, choice: object = {}): Checked {
  const policy = `Policy “${name}”, version ${version}`
  return {
    ...{ place, verdict: "second", told: `${policy}, wants a second person: ${small(told)}` },
    found: [{ id: askPick, label: "Ask for a second person", why: policy }],
    choice: { ...choice, pick: askPick },
  }
}

/** The same of one for which it is judged what it becomes: where that is to be chosen, a second person is asked for what was chosen. */
export function askForJudged(place: number, guard: Guard, { verdict, told, found, choice }: QualifyVerdict): Checked {
  const { pick, contactId } = choice
  if (verdict === "ready" && pick && !isShared(pick)) return askInstead(place, guard, told, { contactId, account: pick })
  const known = found.filter(({ id }) => !isShared(id))
  const policy = `Policy “${guard.name}” wants a second person`
  if (verdict !== "choose" || known.length === 0)
    return { place, verdict: "blocked", told: `${policy}. It shares the company of another record of this run: ask for it by itself.` }
  return { place, verdict, told: `${policy}. ${told}`, found: known, choice: { ...choice, asks: true } }
}

const Choice = z.object({ pick: z.string().nullable(), asks: z.boolean().default(false) })

/** Whether a second person is to be asked for a record, as it was confirmed. */
export function isToAsk(choice: unknown): boolean {
  const { data } = Choice.safeParse(choice)
  return data?.pick === askPick || data?.asks === true
}

/** Why some records are not decided now: a decision about them, or about what they are on the other side, waits for a second person already. By the id that it waits for. */
export async function waitingOf(
  tx: Tx,
  about: { leadIds: readonly string[]; prospectIds?: readonly string[] },
): Promise<Map<string, string>> {
  const { leadIds, prospectIds = [] } = about
  const waiting = await tx.approval.findMany({
    where: { state: "waiting", OR: [{ leadId: { in: [...leadIds] } }, { prospectId: { in: [...prospectIds] } }] },
    select: { leadId: true, prospectId: true, askedByName: true, move: true },
  })
  return new Map(
    waiting.flatMap(({ leadId, prospectId, ...asked }) =>
      [leadId, prospectId].flatMap((id): [string, string][] => (id ? [[id, waitingWords(asked)]] : [])),
    ),
  )
}

/** Asks for each of some records, and tells those who may confirm once for the whole run. */
export async function performAsks(
  ctx: StaffCtx,
  { id, list, title }: RunJob,
  asked: readonly (ToAsk & { item: RunItem })[],
): Promise<Performed[]> {
  const [first] = asked
  if (!first) return []
  const outcomes = await askForMany(ctx, asked)
  const performed = asked.map(({ item: { place }, record, guard }): Performed => {
    const { approvalId = null, refusal } = outcomes.get(record.id) ?? {}
    if (!approvalId) return { place, result: "skipped", why: refusal?.message ?? "It could not be asked for." }
    const why = `A second person was asked, as policy “${guard.name}” wants.`
    return { place, result: "done", why, before: { approvalId }, ownerId: null }
  })
  if (performed.some(({ result }) => result === "done")) {
    const record = { kind: "run" as const, id, label: title }
    const [, many] = bulkNouns[list as BulkList]
    const text = `${capital(many)} of this run wait for a second person.`
    await tellSecondPeople(ctx, first.move, { subjectId: `run:${id}`, record, text })
  }
  return performed
}

const approvalOf = ({ before }: DoneItem): string | null => (typeof before?.approvalId === "string" ? before.approvalId : null)

/** Takes back what a run asked for where nobody has answered yet, in the order in which many are answered at once; and what it decided. */
export const undoDecidedOrAsked: Deed["undo"] = async (ctx, run, items) => {
  const waiting = items.flatMap((item) => {
    const approvalId = approvalOf(item)
    return approvalId ? [{ place: item.place, approvalId }] : []
  })
  const asked: Undone[] = []
  for (const { place, approvalId } of waiting.toSorted((one, other) => (one.approvalId < other.approvalId ? -1 : 1))) {
    const { refused } = await attempt(ctx, (inner) => takeBackApproval(inner, { approvalId }))
    asked.push({ place, ...(refused ? { result: "kept", why: refused.message } : { result: "undone", why: null }) })
  }
  const decided = await undoDecided(
    ctx,
    run,
    items.filter((item) => approvalOf(item) === null),
  )
  return [...asked, ...decided]
}
