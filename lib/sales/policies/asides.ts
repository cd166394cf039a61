import { Prisma, type Tx } from "@/lib/platform/db"
import type { DecisionKind } from "@/prisma/generated/enums"
import type { Aside } from "./tally"

type Row = { about: string; kind: DecisionKind; by: string; isByTwo: boolean; tables: string[] }
/** What a decision that stands amounted to, who made it, and whether a second person confirmed it. */
export type Decided = { kind: DecisionKind; moves: readonly string[]; by: string; isByTwo: boolean }

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

/** The decisions that stand about some leads or prospects, by their ids, the newest first. */
export async function decisionsAbout(tx: Tx, by: "lead" | "prospect", ids: readonly string[]): Promise<Map<string, Decided[]>> {
  if (ids.length === 0) return new Map()
  const about = by === "lead" ? Prisma.sql`lead_id` : Prisma.sql`prospect_id`
  const rows = await tx.$queryRaw<Row[]>`
    select ${about} as about, kind::text as kind, actor_name as by, approval_id is not null as "isByTwo",
      array(select distinct touched->>'table' from jsonb_array_elements(d.touched) touched) as tables
    from platform.decision d where ${about} = any(${[...ids]}::uuid[]) and undone_at is null order by at desc`
  const standing = new Map<string, Decided[]>()
  for (const row of rows) standing.set(row.about, [...(standing.get(row.about) ?? []), { ...row, moves: movesOf(row) }])
  return standing
}

/** Whether two people decided what a policy wants two for, or who did it alone; null where nothing of it was decided. */
export function byTwo(moves: readonly string[], decided: readonly Decided[] = []): Aside {
  const guarded = decided.filter((one) => one.moves.some((move) => moves.includes(move)))
  const alone = guarded.find(({ isByTwo }) => !isByTwo)
  if (alone) return { would: "Confirmed by a second person", did: `${words[alone.kind]} by ${alone.by} alone`, isSame: false }
  return guarded.length > 0 ? { would: "Confirmed by a second person", did: "Confirmed", isSame: true } : null
}

type Routed = { personId: string | null; rating?: string | null }

/** Whether a record is whose and what a policy would have made it. */
export function wentTo(
  { personId, rating = null }: Routed,
  is: { ownerId: string | null; ownerName: string | null; rating?: string },
  names: { people: ReadonlyMap<string, string>; ratings: Readonly<Record<string, string>> },
): Aside {
  const rated = (one: string) => `rated ${(names.ratings[one] ?? one).toLowerCase()}`
  const would = [personId && `With ${names.people.get(personId) ?? "somebody who left"}`, rating && rated(rating)]
    .filter(Boolean)
    .join(", ")
  const did = [personId && (is.ownerName ? `With ${is.ownerName}` : "Unassigned"), rating && is.rating && rated(is.rating)]
    .filter(Boolean)
    .join(", ")
  const isSame = (personId === null || personId === is.ownerId) && (rating === null || rating === is.rating)
  return { would: sentence(would), did: sentence(did), isSame }
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** The names of people whom policies give records to. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await tx.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}
