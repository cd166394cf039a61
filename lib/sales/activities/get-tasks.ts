import type { Staff } from "@/lib/identity/actor"
import { type Colleague, listColleagues } from "@/lib/identity/list-colleagues"
import { may } from "@/lib/identity/permissions"
import { countTasks, listMyTasks, type TaskCounts, type TaskRow } from "./queries"
import { mostRows, rowsAtOnce, type TasksQuery, tasksHref } from "./tasks-query"

export type TasksView = {
  of: { id: string; name: string }
  isMine: boolean
  tasks: TaskRow[]
  counts: TaskCounts
  /** Where more of them are shown; null where these are all, or as many as one page takes. */
  moreHref: string | null
  /** Whose tasks may be looked at; empty for those who see their own alone. */
  colleagues: Pick<Colleague, "id" | "name">[]
}

/** What somebody has still to do: a seller's own tasks, and for who leads them a colleague's. Null when the person asked for is none. */
export async function getTasks(staff: Staff, { of: asked, rows }: TasksQuery, now: Date): Promise<TasksView | null> {
  const mayChoose = may(staff.staffRole, "dashboard:team")
  const colleagues = mayChoose ? (await listColleagues()).filter(({ id, mayOwn }) => mayOwn && id !== staff.id) : []
  const isMine = !mayChoose || asked === null || asked === staff.id
  const of = isMine ? { id: staff.id, name: staff.name } : colleagues.find(({ id }) => id === asked)
  if (!of) return null
  const [found, counts] = await Promise.all([listMyTasks(of, now, rows + 1), countTasks(of, now)])
  const isMore = found.length > rows && rows < mostRows
  return {
    of,
    isMine,
    tasks: found.slice(0, rows),
    counts,
    moreHref: isMore ? tasksHref({ of: isMine ? null : of.id, rows: rows + rowsAtOnce }) : null,
    colleagues,
  }
}
