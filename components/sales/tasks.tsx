import { SquareCheck } from "lucide-react"
import Link from "next/link"
import { FilterSelect } from "@/components/shell/filter-select"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { RecordLink } from "@/components/shell/record-link"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { PageHeader } from "@/components/ui/page-header"
import { Moment } from "@/components/ui/time"
import { groupBy } from "@/lib/platform/group-by"
import { recordHref } from "@/lib/platform/record-href"
import type { TasksView } from "@/lib/sales/activities/get-tasks"
import type { TaskRow } from "@/lib/sales/activities/queries"
import { type DueStretch, dueStretches, dueStretchOf } from "@/lib/sales/activities/rules"
import { tasksHref } from "@/lib/sales/activities/tasks-query"
import type { Worker } from "@/lib/sales/worker"
import { CompleteTask } from "./complete-task"
import { counted } from "./counted"
import { Reminder } from "./reminder"

const columns: PlainColumn[] = [
  { key: "task", label: "Task" },
  { key: "record", label: "About", width: 260, phone: "second" },
  { key: "due", label: "Due", width: 230, phone: "top" },
  { key: "by", label: "From", width: 170, hideBelow: "m" },
  { key: "commands", label: "Commands", width: 64, align: "right", isCommands: true, phone: "end" },
]

type TasksProps = { view: TasksView; viewer: Worker; now: Date }

/** What somebody has still to do, by when it is due, each completed where it stands. */
export function Tasks({ view: { of, isMine, tasks, counts, moreHref, colleagues }, viewer, now }: TasksProps) {
  const late = counts.late > 0 ? `, ${counts.late.toLocaleString("en")} late` : ""
  const choices = [{ id: null, name: "Me" }, ...colleagues].map(({ id, name }) => ({
    value: id ?? "me",
    label: name,
    href: tasksHref({ of: id }),
  }))
  const inStretch = groupBy(tasks, (task) => dueStretchOf(task, now))
  return (
    <>
      <PageHeader
        title="Tasks"
        count={`${counted(counts.open, "open task")}${late}`}
        commands={colleagues.length > 0 && <FilterSelect label="Of" value={isMine ? "me" : of.id} choices={choices} />}
      />
      {tasks.length === 0 && (
        <Empty
          icon={<SquareCheck />}
          title="Nothing to do"
          text="Tasks are written on the lead, opportunity, account or contact that they are about, for oneself or a colleague."
        />
      )}
      {(Object.keys(dueStretches) as DueStretch[])
        .map((stretch) => ({ stretch, rows: inStretch.get(stretch) ?? [] }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ stretch, rows }) => (
          <section key={stretch} aria-labelledby={`tasks-${stretch}`} className="pb-5">
            <h2 id={`tasks-${stretch}`} className="px-6 pt-2 pb-2.5 text-14 font-semi max-m:px-4">
              {dueStretches[stretch]} <span className="font-normal text-ink-3 tabular-nums">{counts[stretch].toLocaleString("en")}</span>
            </h2>
            <PlainTable
              label={dueStretches[stretch]}
              loose
              columns={columns}
              rows={rows.map((task) => ({ id: task.id, cells: cellsOf(task, viewer, now) }))}
            />
          </section>
        ))}
      {moreHref && (
        <p className="px-6 pb-6 max-m:px-4">
          <ButtonLink href={moreHref} replace scroll={false}>
            Show more
          </ButtonLink>
        </p>
      )}
    </>
  )
}

const cellsOf = (task: TaskRow, viewer: Worker, now: Date) => ({
  task: (
    <>
      <Link className="link" prefetch={false} href={`${recordHref(task.record.kind, task.record.id)}?show=tasks`}>
        {task.subject}
      </Link>
      {task.text && (
        <span className="block truncate text-12 font-regular text-ink-3" title={task.text}>
          {task.text}
        </span>
      )}
    </>
  ),
  record: (
    <RecordLink kind={task.record.kind} id={task.record.id}>
      {task.record.label}
    </RecordLink>
  ),
  due: task.dueAt && (
    <>
      <span className={task.isLate ? "block font-semi text-bad" : "block"}>{task.due}</span>
      <span className="block text-12 text-ink-3 max-m:hidden">
        <Moment at={task.dueAt} style={task.dueHasTime ? "moment" : "day"} />
        <Reminder at={task.remindAt} now={now} />
      </span>
    </>
  ),
  by: task.actorName,
  commands: <CompleteTask task={{ ...task, activity: "task", doneAt: null }} viewer={viewer} />,
})
