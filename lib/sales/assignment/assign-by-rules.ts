import { may } from "@/lib/identity/permissions"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { availabilityOf } from "../calendar/availability"
import { assignMany } from "../editing/assign-many"
import { matchedSql } from "../rule-sets/condition-sql"
import { publishedBooks } from "../rule-sets/published-books"
import type { PublishedBook } from "../rule-sets/rule"
import type { AssignmentEffect } from "./effect"
import { type AssignmentRule, type Given, planAssignments, type Standing } from "./plan"
import { type Assigned, tellAssigned } from "./tell-assigned"
import { keepWaiting } from "./waiting-leads"

/**
 * Rules give leads away one transaction after another, so that turns and open leads are what they were for the lead before. Leads are locked first: those
 * that arrive are held since they were scored, and whoever has this lock waits for no lead any more.
 */
const assigningLock = 7_301_600
async function lockAssigning(tx: Tx, leadIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`select 1 from sales.lead where id = any(${[...leadIds]}::uuid[]) order by id for no key update`
  await tx.$executeRaw`select pg_advisory_xact_lock(${assigningLock})`
}

type Lead = { id: string; version: number; label: string; ownerId: string | null; ownerName: string | null; matched: number[] }

/** What came of giving leads away by rules: which version was asked, and for each lead what the rules made of it. */
export type AssignedByRules = {
  version: number
  outcomes: (Given & { label: string; personName: string | null; versionAfter: number | null })[]
}

/** How a rule is named where it did something. */
export const namedRule = ({ name }: { name: string }, version: number): string => `Assignment rule “${name}”, version ${version}`

/**
 * Gives open leads to people by the rules that hold, in one transaction with turns, audit and bells. `isForced`: also those that somebody owns; by
 * themselves rules never take a lead from anybody. `isSilent`: owners are told in another way. `isAgain`: that nobody can take a lead was said before.
 * One that nobody owns and nobody can take waits until somebody can. Null when no rules hold.
 */
export async function assignByRules(
  ctx: Ctx,
  leadIds: readonly string[],
  { isForced, isSilent = false, isAgain = false }: { isForced: boolean; isSilent?: boolean; isAgain?: boolean },
): Promise<AssignedByRules | null> {
  const { tx, now } = ctx
  const { assignment: book } = await publishedBooks(tx, ["assignment"])
  if (!book?.rules.some(({ isOn }) => isOn) || leadIds.length === 0) return null
  await lockAssigning(tx, leadIds)
  const leads = await readLeads(tx, book, leadIds, isForced, now)
  const standings = await standingsOf(tx, book, now)
  const turns = await readTurns(tx, book)
  const outcomes = planAssignments(leads, book, standings, turns)
  const { versions, told } = await write(ctx, book, leads, outcomes, standings, isAgain)
  if (!isSilent) await tellAssigned(ctx, told)
  await keepTurns(tx, outcomes, turns, now)
  await keepWaiting(ctx, leads, outcomes)
  const byId = new Map(leads.map((lead) => [lead.id, lead]))
  return {
    version: book.number,
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      label: byId.get(outcome.leadId)?.label ?? "",
      personName: "personId" in outcome ? (standings.get(outcome.personId)?.name ?? null) : null,
      versionAfter: versions.get(outcome.leadId) ?? null,
    })),
  }
}

type AssignmentBook = PublishedBook<AssignmentEffect>

async function readLeads(tx: Tx, book: AssignmentBook, ids: readonly string[], isForced: boolean, now: Date): Promise<Lead[]> {
  const unowned = isForced ? Prisma.sql`true` : Prisma.sql`l.owner_id is null`
  return tx.$queryRaw<Lead[]>`
    select l.id, l.version, l.company_name as label, l.owner_id as "ownerId", l.owner_name as "ownerName", ${matchedSql(book.rules, now)} as matched
    from sales.lead l where l.id = any(${[...ids]}::uuid[]) and l.state = 'open' and ${unowned} order by l.id`
}

/** How everybody stands whom the rules name and who may own leads. */
export async function standingsOf(tx: Tx, { rules }: Pick<AssignmentBook, "rules">, now: Date): Promise<Map<string, Standing>> {
  const ids = [...new Set(rules.flatMap(({ effect }) => effect.personIds))]
  const people = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, staffRole: true } })
  const availability = await availabilityOf(tx, ids, now)
  return new Map(
    people.flatMap(({ id, name, staffRole }): [string, Standing][] => {
      const known = availability.get(id)
      return known && may(staffRole, "lead:take") ? [[id, { ...known, name }]] : []
    }),
  )
}

async function readTurns(tx: Tx, { rules }: AssignmentBook): Promise<Map<string, string>> {
  const turns = await tx.assignmentTurn.findMany({ where: { ruleId: { in: rules.map(({ id }) => id) } } })
  return new Map(turns.map(({ ruleId, personId }) => [ruleId, personId]))
}

async function keepTurns(tx: Tx, outcomes: readonly Given[], turns: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const asked = new Set(outcomes.flatMap((outcome) => (outcome.is === "given" ? [outcome.rule.id] : [])))
  const rows = [...asked].flatMap((ruleId) => ({ ruleId, personId: turns.get(ruleId) ?? "" }))
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into sales.assignment_turn (rule_id, person_id, at)
    select "ruleId", "personId", ${now} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d ("ruleId" uuid, "personId" uuid)
    on conflict (rule_id) do update set person_id = excluded.person_id, at = excluded.at`
}

async function write(
  ctx: Ctx,
  book: AssignmentBook,
  leads: readonly Lead[],
  outcomes: readonly Given[],
  standings: ReadonlyMap<string, Standing>,
  isAgain: boolean,
): Promise<{ versions: Map<string, number>; told: Assigned[] }> {
  const byId = new Map(leads.map((lead) => [lead.id, lead]))
  const byRule = new Map<AssignmentRule, Extract<Given, { is: "given" }>[]>()
  for (const outcome of outcomes) if (outcome.is === "given") byRule.set(outcome.rule, [...(byRule.get(outcome.rule) ?? []), outcome])
  const versions = new Map<string, number>()
  const told: Assigned[] = []
  for (const [rule, given] of byRule) {
    const words = namedRule(rule, book.number)
    const assignments = given.flatMap(({ leadId, personId }) => {
      const [lead, person] = [byId.get(leadId), standings.get(personId)]
      return lead && person ? [{ ...lead, to: { id: personId, name: person.name } }] : []
    })
    for (const [id, version] of await assignMany(ctx, "lead", assignments, `${words}.`)) versions.set(id, version)
    told.push(...assignments.map(({ id, label, to }) => ({ personId: to.id, leadId: id, label, rule: words })))
  }
  for (const outcome of outcomes) {
    const lead = byId.get(outcome.leadId)
    if (!lead || outcome.is !== "passed" || isAgain) continue
    const then = lead.ownerId === null ? " It is given as soon as somebody can take it." : ""
    auditMove(ctx, {
      move: "lead.pass",
      record: { kind: "lead", id: lead.id, label: lead.label },
      reason: `${outcome.why} Version ${book.number}.${then}`,
    })
  }
  return { versions, told }
}
