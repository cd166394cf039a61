import { Prisma, type Tx } from "@/lib/platform/db"
import { capital } from "@/lib/platform/first-letter"
import { groupBy } from "@/lib/platform/group-by"
import type { DecisionKind } from "@/prisma/generated/enums"
import { ratings } from "../choices"
import type { Aside } from "./tally"

type Row = { about: string; kind: DecisionKind; by: string; isByTwo: boolean; tables: string[] }
/** What a decision that stands amounted to, who made it, and whether a second person confirmed it. */
type Decided = { kind: DecisionKind; moves: readonly string[]; by: string; isByTwo: boolean }

const words: Record<DecisionKind, string> = {
  ...{ qualify: "Qualified", disqualify: "Disqualified", win: "Won", lose: "Lost", approve: "Approved", reject: "Rejected" },
  ...{ withdraw: "Withdrawn", reactivate: "Reactivated", reopen: "Reopened" },
}

/** In the words of the moves that policies guard: approving in Commerce may qualify and win, rejecting may disqualify or lose; and what either means for the prospect. */
function movesOf({ kind, tables }: Row): string[] {
  const [lead, deal, prospect] = ["lead", "opportunity", "prospect"].map((table) => tables.includes(table))
  if (kind === "approve") return ["approve", ...(lead ? ["qualify"] : []), ...(deal ? ["win"] : [])]
  if (kind === "reject") return ["reject", ...(deal ? ["lose"] : lead ? ["disqualify"] : [])]
  if (kind === "win") return prospect ? ["win", "prospect:approve"] : ["win"]
  return prospect && (kind === "lose" || kind === "disqualify") ? [kind, "prospect:reject"] : [kind]
}

type About = "lead" | "prospect"

/** The decisions that stand about some leads or prospects, by their ids, the newest first. */
async function decisionsAbout(tx: Tx, by: About, ids: readonly string[]): Promise<Map<string, Decided[]>> {
  if (ids.length === 0) return new Map()
  const about = by === "lead" ? Prisma.sql`lead_id` : Prisma.sql`prospect_id`
  const rows = await tx.$queryRaw<Row[]>`
    select ${about} as about, kind::text as kind, actor_name as by, approval_id is not null as "isByTwo",
      array(select distinct touched->>'table' from jsonb_array_elements(d.touched) touched) as tables
    from platform.decision d where ${about} = any(${[...ids]}::uuid[]) and undone_at is null order by at desc`
  return groupBy(
    rows.map((row) => ({ ...row, moves: movesOf(row) })),
    ({ about }) => about,
  )
}

/** Whether two people decided what a policy wants two for, or who did it alone; null where nothing of it was decided. */
function byTwo(moves: readonly string[], decided: readonly Decided[] = []): Aside {
  const guarded = decided.filter((one) => one.moves.some((move) => moves.includes(move)))
  const alone = guarded.find(({ isByTwo }) => !isByTwo)
  if (alone) return { would: "Confirmed by a second person", did: `${words[alone.kind]} by ${alone.by} alone`, isSame: false }
  return guarded.length > 0 ? { would: "Confirmed by a second person", did: "Confirmed", isSame: true } : null
}

const rated = (rating: string) => `rated ${((ratings as Readonly<Record<string, string>>)[rating] ?? rating).toLowerCase()}`

/** Whether a record is whose and what a policy would have made it; `people` has their names. */
function wentTo({ personId, rating = null }: Route, is: Told, people: ReadonlyMap<string, string>): Aside {
  const would = [personId && `With ${people.get(personId) ?? "somebody who left"}`, rating && rated(rating)].filter(Boolean).join(", ")
  const did = [personId && (is.ownerName ? `With ${is.ownerName}` : "Unassigned"), rating && is.rating && rated(is.rating)]
    .filter(Boolean)
    .join(", ")
  const isSame = (personId === null || personId === is.ownerId) && (rating === null || rating === is.rating)
  return { would: capital(would), did: capital(did), isSame }
}

/** The names of people whom policies give records to. */
async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await tx.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

type Second = { do: "second"; moves: readonly string[] }
type Route = { do: "route"; personId: string | null; rating?: string | null }
type Effect = Second | Route | { do: string }
const isSecond = (effect: Effect): effect is Second => effect.do === "second"
const isRoute = (effect: Effect): effect is Route => effect.do === "route"

/** A record as a rehearsal sees it, as far as it is told whose it is. */
type Told = { id: string; ownerId: string | null; ownerName: string | null; rating?: string }
type Held<One extends Told> = { record: One; held: readonly { effect: Effect }[] }

/** What happened to leads or prospects beside what the policies that held for them wanted and that decides nothing itself. */
export async function readAsides<One extends Told>(tx: Tx, about: About, all: readonly Held<One>[]) {
  const guarded = all.flatMap(({ record, held }) => (held.some(({ effect }) => isSecond(effect)) ? record.id : []))
  const decisions = await decisionsAbout(tx, about, guarded)
  const routes = all.flatMap(({ held }) => held.flatMap(({ effect }) => (isRoute(effect) ? (effect.personId ?? []) : [])))
  const people = await namesOf(tx, [...new Set(routes)])
  // A prospect is decided in Commerce, or with its opportunity or its lead in Sales.
  const meant = (moves: readonly string[]) => (about === "lead" ? moves : [...moves, ...moves.map((move) => `prospect:${move}`)])
  return (record: One, { effect }: { effect: Effect }): Aside => {
    if (isSecond(effect)) return byTwo(meant(effect.moves), decisions.get(record.id))
    return isRoute(effect) ? wentTo(effect, record, people) : null
  }
}
