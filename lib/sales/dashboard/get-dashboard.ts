import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import { countTasks, listMyTasks, type TaskCounts, type TaskRow } from "../activities/queries"
import { readDecisionTarget } from "../timers/decision-target"
import { type DashboardFigures, dashboardFigures } from "./figures"
import { lookAtMyWork, type MyWork } from "./my-work"
import { type Period, periodOf, type Weeks } from "./period"
import { readTallies } from "./tallies"
import { readTimerFigures, type TimerFigures } from "./timer-figures"

/** Whose numbers are shown: everybody's, my own, or a colleague's. */
export type DashboardOf = { id: string; name: string } | "everybody"

export type DashboardView = {
  of: DashboardOf
  mayChoose: boolean
  period: Period
  /** How soon a lead is to be decided, in words: "10 working days". */
  target: string
  figures: DashboardFigures
  timers: TimerFigures[]
  /** My own work; null on everybody's numbers and a colleague's, and for those who work no leads. */
  work: { mine: MyWork; tasks: TaskRow[]; taskCounts: TaskCounts } | null
}

const shownTasks = 8

/** The colleague whose dashboard is asked for; null when there is none. */
async function findColleague(id: string): Promise<{ id: string; name: string } | null> {
  return db.person.findFirst({ where: { id, staffRole: { not: null } }, select: { id: true, name: true } })
}

/** The dashboard as a member of staff may see it: a seller their own, who leads them everybody's or one's. Null when the person asked for does not exist. */
export async function getDashboard(staff: Staff, asked: { weeks: Weeks; of: string | null }, now: Date): Promise<DashboardView | null> {
  const mayChoose = may(staff.staffRole, "dashboard:team")
  const isMine = !mayChoose || asked.of === "me" || asked.of === staff.id
  const of = isMine ? { id: staff.id, name: staff.name } : asked.of === null ? "everybody" : await findColleague(asked.of)
  if (!of) return null
  const period = periodOf(asked.weeks, now)
  const isEverybody = of === "everybody"
  const whose = isEverybody ? ("everybody" as const) : { owner: of.id }
  const [tallied, work, timers, target] = await Promise.all([
    readTallies({ scope: isEverybody ? "all" : of.id, period, withSellers: isEverybody }),
    isMine && may(staff.staffRole, "lead:take") ? readWork(staff, now) : null,
    readTimerFigures(whose),
    readDecisionTarget(),
  ])
  const figures = dashboardFigures(tallied, { whose, period, timers })
  return { of, mayChoose, period, target, figures, timers, work }
}

async function readWork(staff: Staff, now: Date) {
  const [mine, tasks, taskCounts] = await Promise.all([
    lookAtMyWork(staff.id, now),
    listMyTasks(staff, now, shownTasks),
    countTasks(staff, now),
  ])
  return { mine, tasks, taskCounts }
}
