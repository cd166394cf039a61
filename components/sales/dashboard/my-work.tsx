import { CountLink } from "@/components/ui/count-link"
import type { TaskCounts, TaskRow } from "@/lib/sales/activities/queries"
import { arrivedSince } from "@/lib/sales/dashboard/conditions"
import type { DashboardFigures } from "@/lib/sales/dashboard/figures"
import { leadsHref } from "@/lib/sales/dashboard/links"
import type { MyWork } from "@/lib/sales/dashboard/my-work"
import { KeyFigure } from "./key-figures"
import { MyOpportunities } from "./my-opportunities"
import { MyTasks } from "./my-tasks"
import { WaitingLeads } from "./waiting-leads"
import { longDay } from "./words"

type MyWorkSectionProps = {
  work: MyWork
  tasks: readonly TaskRow[]
  taskCounts: TaskCounts
  figures: DashboardFigures
  now: Date
}

/** A seller's day: what waits, what is late, what came in. */
export function MyWorkSection({ work, tasks, taskCounts, figures, now }: MyWorkSectionProps) {
  const arrived = { n: work.arrivedCount, href: leadsHref("open", "everybody", arrivedSince(work.since)) }
  const openOpportunities = figures.openByStage.reduce((sum, { figure }) => sum + figure.n, 0)
  return (
    <>
      <dl className="figures" aria-label="My work">
        <KeyFigure label="In my queue" value={<CountLink figure={figures.open} label="In my queue" />}>
          Open leads that I own
        </KeyFigure>
        <KeyFigure
          label="Overdue"
          value={
            <span className={figures.late.n > 0 ? "text-bad" : undefined}>
              <CountLink figure={figures.late} label="Overdue" />
            </span>
          }
        >
          Decisions past their due hour, in business hours
        </KeyFigure>
        <KeyFigure label="Came in" value={<CountLink figure={arrived} label="Came in" />}>
          Open leads since {longDay(work.since)}
          {!work.isFirstVisit && ", when I was last here"}
        </KeyFigure>
        <KeyFigure label="My open opportunities" value={openOpportunities.toLocaleString("en")}>
          {figures.openByStage
            .filter(({ figure }) => figure.n > 0)
            .map(({ key, label, figure }, at) => (
              <span key={key}>
                {at > 0 && ", "}
                <CountLink figure={figure} className="link" /> {label}
              </span>
            ))}
        </KeyFigure>
      </dl>
      <div className="panels">
        <WaitingLeads
          title="My queue"
          caption="My open leads, the oldest first."
          empty="I own no open lead. What came in waits for an owner."
          leads={work.queue}
          more={{ ...figures.open, href: `${figures.open.href}&dir=asc` }}
          now={now}
        />
        <WaitingLeads
          title="Came in"
          caption={`Open leads since ${longDay(work.since)}, the newest first.`}
          empty="Nothing came in since."
          leads={work.arrived}
          more={arrived}
          now={now}
          showOwner
        />
        <MyTasks tasks={tasks} counts={taskCounts} />
        <MyOpportunities opportunities={work.opportunities} now={now} />
      </div>
    </>
  )
}
