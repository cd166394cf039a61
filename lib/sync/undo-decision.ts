import { endSeatSessions } from "@/lib/commerce/hierarchies/end-access"
import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { thoseWhoMay } from "@/lib/identity/who-can"
import { auditMove, type FieldChange, type RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound, type Refusal } from "@/lib/platform/errors"
import { Ledger } from "@/lib/platform/ledger"
import { readReceipt } from "@/lib/sales/decisions"
import { keepStakeholders } from "@/lib/sales/stakeholders/keep-stakeholders"
import type { Touched } from "./decision"
import { noteDualWrite } from "./dual-write"
import { insistOnAdmin } from "./insist-on-admin"
import { collision, followNames, lockTouched, putBack } from "./put-back"
import type { UndoDecision } from "./schema"
import { touchedRows } from "./standing-decision"
import { OneByOne, putBackTogether } from "./undo-together"

export type JudgedDecision = {
  actorId: string | null
  /** The policy that decided: then there is nobody else whose word it was, and whoever may undo at all may. */
  ruleId?: string | null
  actorName: string
  undoableUntil: Date
  undoneAt: Date | null
  undoneBy: string | null
}

/** Why a decision can no longer be undone by this person at this hour, or null. */
export function refusalToUndo(decision: JudgedDecision, worker: { id: string | null; mayUndoAny: boolean }, now: Date): Refusal | null {
  if (decision.undoneAt) return { code: "conflict", message: `${decision.undoneBy} has undone this already.` }
  if (now >= decision.undoableUntil)
    return { code: "conflict", message: "The time to undo is over and the mail has left. Reopen or reactivate instead." }
  if (decision.ruleId || decision.actorId === worker.id || worker.mayUndoAny) return null
  return {
    code: "forbidden",
    message: `${decision.actorName} decided this. ${decision.actorName} or ${thoseWhoMay(...undoesAny)} can undo it.`,
  }
}

const undoesAny = ["sales:work-any", "prospect:approve"] as const

export const mayUndoAny = (staff: Pick<Staff, "staffRole">): boolean => undoesAny.some((permission) => may(staff.staffRole, permission))

/** Takes a decision back within its window: every row as it was, what was made unmade, the held letters canceled. All of it, or nothing. */
export async function undoDecision(ctx: Ctx & { actor: Staff }, { decisionId }: UndoDecision) {
  const { tx, actor, now } = ctx
  await tx.$executeRaw`select 1 from platform.decision where id = ${decisionId}::uuid for update`
  const decision = await tx.decision.findUnique({ where: { id: decisionId } })
  if (!decision) throw notFound("decision")
  const refused = refusalToUndo(decision, { id: actor.id, mayUndoAny: mayUndoAny(actor) }, now)
  if (refused) throw new AppError(refused.code, refused.message)
  return takeBack(ctx, decision)
}

type StoredDecision = Awaited<ReturnType<Ctx["tx"]["decision"]["findUniqueOrThrow"]>>

/** Takes a claimed decision back, whoever made it and whatever its hour: both were judged. */
async function takeBack(ctx: Ctx, decision: StoredDecision) {
  const { tx, actor, now } = ctx
  const { id: decisionId } = decision
  const touched = touchedRows(decision.touched)
  await lockTouched(ctx, touched)
  await cancelLetters(ctx, [decisionId])
  await keepNotes(ctx, touched, decision.leadId)
  const hierarchies = await endSessionsOfMembers(ctx, touched)
  await putBack(ctx, touched)
  await insistOnAdmin(tx, hierarchies)
  await followNames(ctx, touched)
  await tx.decision.update({ where: { id: decisionId }, data: { undoneAt: now, undoneBy: actor.name } })
  return conclude(ctx, decision, touched)
}

/** Tells of a decision that was taken back, in the ledgers. */
function conclude(ctx: Ctx, decision: StoredDecision, touched: Touched[]) {
  const { id: decisionId } = decision
  const record = subjectOf(decision, touched)
  for (const target of prospectsOf(decision, touched).filter(({ id }) => id !== record.id))
    noteDualWrite(ctx, { map: "opportunities_prospects", operation: "undo", source: record, target, aggregateId: target.id, decisionId })
  const ids = [...touched.map(({ id }) => id), decision.leadId, decision.opportunityId, decision.prospectId].filter((id) => id !== null)
  const others = readReceipt(decision.receipt).changed.map(({ record, changes }) => ({ record, changes: changes.map(backwards) }))
  auditMove(ctx, { move: "decision.undo", record, from: decision.kind, touched: ids, decisionId, others })
  // Wherever somebody is still offered to undo it, that offer ends.
  ctx.ledger.touch("", decisionId)
  return {
    kind: decision.kind,
    leadId: decision.leadId,
    opportunityId: decision.kind === "qualify" ? null : decision.opportunityId,
    prospectId: decision.prospectId,
  }
}

/**
 * Takes many decisions back in one transaction, in the order in which they are given: the newest first. One that cannot be stands as it
 * was, and its reason comes back; the others go on. Whether they may be taken back is the caller's to judge.
 */
export async function undoDecisions(ctx: Ctx, decisionIds: readonly string[]): Promise<Map<string, string | null>> {
  const { tx } = ctx
  const ids = [...decisionIds]
  await tx.$executeRaw`select 1 from platform.decision where id = any(${ids}::uuid[]) order by id for update`
  const stored = new Map((await tx.decision.findMany({ where: { id: { in: ids } } })).map((decision) => [decision.id, decision]))
  const standing = ids.flatMap((id) => stored.get(id) ?? []).filter(({ undoneAt }) => undoneAt === null)
  await lockTouched(
    ctx,
    standing.flatMap(({ touched }) => touchedRows(touched)),
  )
  const areTogether = standing.length > 1 && (await triedTogether(ctx, standing))
  const reasons = new Map<string, string | null>()
  for (const id of ids) {
    const decision = stored.get(id)
    if (!decision) reasons.set(id, "There is no such decision.")
    else if (decision.undoneAt) reasons.set(id, `${decision.undoneBy} has undone this already.`)
    else if (areTogether) reasons.set(id, null)
    else reasons.set(id, await apart(ctx, (own) => takeBack(own, decision)))
  }
  return reasons
}

/** Whether decisions could be taken back all in one go, as most of a run can; otherwise nothing was done, and each has to be tried by itself. */
async function triedTogether(ctx: Ctx, decisions: readonly StoredDecision[]): Promise<boolean> {
  const ids = decisions.map(({ id }) => id)
  const why = await apart(ctx, async (own) => {
    const touched = decisions.map((decision) => touchedRows(decision.touched))
    await cancelLetters(own, ids)
    await putBackTogether(own, touched.flat())
    await own.tx.decision.updateMany({ where: { id: { in: ids } }, data: { undoneAt: own.now, undoneBy: own.actor.name } })
    for (const [at, decision] of decisions.entries()) conclude(own, decision, touched[at] ?? [])
  })
  return why === null
}

/** Does something that may be refused within a transaction that goes on: what it wrote so far is gone then. Returns why, or null. */
async function apart(ctx: Ctx, work: (ctx: Ctx) => Promise<unknown>): Promise<string | null> {
  const ledger = new Ledger()
  await ctx.tx.$executeRaw`savepoint apart`
  try {
    await work({ ...ctx, ledger })
    await ctx.tx.$executeRaw`release savepoint apart`
  } catch (error) {
    const refused = error instanceof AppError || error instanceof OneByOne ? error : collision(error, "Something")
    if (!refused) throw error
    await ctx.tx.$executeRaw`rollback to savepoint apart`
    return refused.message
  }
  ctx.ledger.takeOver(ledger)
  return null
}

const backwards = ({ field, from, to }: FieldChange): FieldChange => ({ field, from: to, to: from })

/** The prospects that a decision was about or touched. */
function prospectsOf({ prospectId }: { prospectId: string | null }, touched: Touched[]): RecordRef[] {
  const ids = new Set([prospectId, ...touched.filter(({ table }) => table === "prospect").map(({ id }) => id)])
  return [...ids].flatMap((id) => (id ? [{ kind: "prospect" as const, id, label: labelOf(touched, id) }] : []))
}

const labelOf = (touched: Touched[], id: string): string => touched.find((row) => row.id === id)?.label ?? ""

function subjectOf(
  decision: { kind: string; leadId: string | null; opportunityId: string | null; prospectId: string | null },
  touched: Touched[],
): RecordRef {
  const { leadId, opportunityId, prospectId } = decision
  if ((decision.kind === "approve" || decision.kind === "reject") && prospectId)
    return { kind: "prospect", id: prospectId, label: labelOf(touched, prospectId) }
  if ((decision.kind === "win" || decision.kind === "lose") && opportunityId)
    return { kind: "opportunity", id: opportunityId, label: labelOf(touched, opportunityId) }
  if (leadId) return { kind: "lead", id: leadId, label: labelOf(touched, leadId) }
  throw notFound("decision")
}

async function cancelLetters({ tx }: Ctx, decisionIds: readonly string[]): Promise<void> {
  const decisionId = { in: [...decisionIds] }
  const held = await tx.mail.findMany({ where: { decisionId }, select: { id: true, linkId: true } })
  const canceled = await tx.mail.updateMany({ where: { decisionId, state: { in: ["waiting", "held"] } }, data: { state: "canceled" } })
  if (canceled.count !== held.length)
    throw new AppError("conflict", "The mail has left already, so this cannot be undone. Reopen or reactivate instead.")
  const links = held.flatMap(({ linkId }) => linkId ?? [])
  if (links.length > 0) await tx.link.updateMany({ where: { id: { in: links } }, data: { expiresAt: new Date(0) } })
}

/** What was written on an opportunity which is about to be unmade goes back to its lead, and so do the stakeholders that were added there. */
async function keepNotes(ctx: Ctx, touched: Touched[], leadId: string | null): Promise<void> {
  const unmade = touched.filter((row) => row.before === null).map(({ id }) => id)
  if (!leadId || unmade.length === 0) return
  const home = { leadId, opportunityId: null, accountId: null, contactId: null }
  await ctx.tx.activity.updateMany({
    where: { OR: [{ opportunityId: { in: unmade } }, { accountId: { in: unmade } }, { contactId: { in: unmade } }] },
    data: home,
  })
  await keepStakeholders(ctx, unmade, leadId)
}

/** Returns the hierarchies that the members belong to. */
async function endSessionsOfMembers(ctx: Ctx, touched: Touched[]): Promise<string[]> {
  const ids = touched.filter(({ table }) => table === "hierarchyMember").map(({ id }) => id)
  if (ids.length === 0) return []
  const members = await ctx.tx.hierarchyMember.findMany({
    where: { id: { in: ids } },
    select: { id: true, personId: true, hierarchyId: true },
  })
  await endSeatSessions(ctx, members, "decision undone")
  return members.map(({ hierarchyId }) => hierarchyId)
}
