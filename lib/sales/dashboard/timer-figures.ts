import { Prisma } from "@/lib/platform/db"
import { askOften } from "@/lib/platform/statement"
import { type LeadTimer, leadTimers } from "../timers/timer"
import { type Figure, leadsHref, type Whose } from "./links"

const shown = ["on_time", "warning", "breached", "paused"] as const
type Shown = (typeof shown)[number]

/** How many leads stand where, of one owner or of all together. */
export type TimerStand = { id: string | null; name: string | null } & Record<Shown, Figure>

/** One timer: all that is asked for together, and by owner where it is everybody's, those who are late first and nobody last. */
export type TimerFigures = { timer: LeadTimer; all: TimerStand; owners: TimerStand[] }

type Tallied = { timer: LeadTimer; state: Shown; ownerId: string | null; name: string | null; n: number }

/** How many leads are answered and decided in time, from the tally of the timers: it costs the same at a million leads as at a thousand. */
export async function readTimerFigures(whose: Whose): Promise<TimerFigures[]> {
  const owned =
    whose === "everybody"
      ? Prisma.sql`true`
      : whose.owner === null
        ? Prisma.sql`t.owner_id is null`
        : Prisma.sql`t.owner_id = ${whose.owner}::uuid`
  const rows = await askOften<Tallied>(Prisma.sql`
    select t.timer::text, t.state::text, t.owner_id as "ownerId", p.name, t.n from (
      select timer, state, owner_id, sum(n)::int as n from sales.timer_tally t
      where state in ('on_time', 'warning', 'breached', 'paused') and ${owned} group by 1, 2, 3 having sum(n) <> 0
    ) t left join platform.person p on p.id = t.owner_id`)
  return leadTimers.map((timer) => {
    const own = rows.filter((row) => row.timer === timer)
    const ids = whose === "everybody" ? [...new Set(own.map(({ ownerId }) => ownerId))] : []
    return {
      timer,
      all: standOf(timer, own, { id: null, name: null }, whose),
      owners: ids
        .map((id) => {
          const theirs = own.filter(({ ownerId }) => ownerId === id)
          return standOf(timer, theirs, { id, name: theirs[0]?.name ?? null }, { owner: id })
        })
        .sort(
          (one, other) =>
            Number(one.id === null) - Number(other.id === null) ||
            other.breached.n - one.breached.n ||
            other.warning.n - one.warning.n ||
            (one.name ?? "").localeCompare(other.name ?? ""),
        ),
    }
  })
}

const fields = { response: "responseState", decision: "decisionState" } as const

function standOf(timer: LeadTimer, rows: readonly Tallied[], who: Pick<TimerStand, "id" | "name">, whose: Whose): TimerStand {
  const figure = (state: Shown): Figure => ({
    n: rows.filter((row) => row.state === state).reduce((sum, { n }) => sum + n, 0),
    href: leadsHref("all", whose, [fields[timer], "is", state]),
  })
  return { ...who, on_time: figure("on_time"), warning: figure("warning"), breached: figure("breached"), paused: figure("paused") }
}

/** An owner of whom nothing is asked for. */
export const noneOf = (timer: LeadTimer, whose: Whose): TimerStand => standOf(timer, [], { id: null, name: null }, whose)

export function decisionOf(timers: readonly TimerFigures[]): TimerFigures {
  return timers.find(({ timer }) => timer === "decision") ?? { timer: "decision", all: noneOf("decision", "everybody"), owners: [] }
}

/** What somebody has still to decide, however its clock stands. */
export const undecidedOf = (stand: TimerStand, whose: Whose): Figure => ({
  n: shown.reduce((sum, state) => sum + stand[state].n, 0),
  href: leadsHref("all", whose, [fields.decision, "is", ...shown]),
})
