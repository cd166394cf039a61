import Link from "next/link"
import { useId } from "react"
import { recordHref } from "@/lib/platform/record-href"
import type { TaskCounts, TaskRow } from "@/lib/sales/activities/queries"
import { tasksHref } from "@/lib/sales/activities/tasks-query"
import { counted } from "../counted"

/** What I have still to do, the latest first; each leads to the record that it is about. */
export function MyTasks({ tasks, counts: { open, late } }: { tasks: readonly TaskRow[]; counts: TaskCounts }) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <div>
          <h2 id={id}>My tasks</h2>
          <p>{late > 0 ? <span className="font-semi text-bad">{counted(late, "task")} late</span> : "Nothing is late."}</p>
        </div>
        {open > tasks.length && (
          <Link href={tasksHref({ of: null })} prefetch={false} className="link flex-none text-12">
            Show all {open.toLocaleString("en")}
          </Link>
        )}
      </div>
      {tasks.length === 0 && <p className="text-ink-2">I have no open task. Tasks are written on the record that they are about.</p>}
      <ul className="work-list">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link href={recordHref(task.record.kind, task.record.id) ?? "#"} prefetch={false}>
              {task.subject}
            </Link>
            <span className="work-more">{task.record.label}</span>
            <span className={task.isLate ? "work-age font-semi text-bad" : "work-age"}>{task.due ?? "no day"}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
