import { CalendarDays } from "lucide-react"
import { MentionedText } from "@/components/shell/mentioned-text"
import { Moment } from "@/components/ui/time"
import { dueWord, isLate } from "@/lib/sales/activities/rules"
import type { ActivityEntry } from "@/lib/sales/timeline-entry"
import { ActivityCommands } from "./activity-commands"
import { CompleteTask } from "./complete-task"
import { Reminder } from "./reminder"
import { endStyle } from "./timeline-activity"
import type { Around } from "./timeline-item"

type AheadProps = { entries: readonly ActivityEntry[]; show: "all" | "tasks" | "appointments"; around: Around }

/** What is still to be done or to come, the next first; what is late says so in words. */
export function Ahead({ entries, show, around }: AheadProps) {
  const shown = entries.filter(({ activity }) => show === "all" || (activity === "task") === (show === "tasks"))
  if (shown.length === 0) return null
  return (
    <div className="ahead">
      <h3 className="story-day">Ahead</h3>
      <ul aria-label="Ahead">
        {shown.map((entry) => (
          <li key={entry.id}>
            {entry.activity === "task" ? (
              <CompleteTask task={entry} viewer={around.viewer} />
            ) : (
              <span className="ahead-icon" aria-hidden="true">
                <CalendarDays />
              </span>
            )}
            <div className="min-w-0 flex-1">
              <p className="font-medium wrap-anywhere">{entry.subject}</p>
              <p className="text-12 text-ink-3">
                {entry.activity === "task" ? <Due task={entry} now={around.now} /> : <Times visit={entry} />}
                <Reminder at={entry.remindAt} now={around.now} />
              </p>
              {entry.text && (
                <p className="mt-0.5 text-ink-2">
                  <MentionedText text={entry.text} names={entry.names} />
                </p>
              )}
            </div>
            <ActivityCommands entry={entry} viewer={around.viewer} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Due({ task, now }: { task: ActivityEntry; now: Date }) {
  const { dueAt, dueHasTime, ownerName } = task
  const word = dueWord(task, now)
  return (
    <>
      {ownerName}
      {dueAt && (
        <>
          {" · "}
          due <Moment at={dueAt} style={dueHasTime ? "moment" : "day"} />,{" "}
          <span className={isLate(task, now) ? "font-semi text-bad" : "text-ink-2"}>{word}</span>
        </>
      )}
    </>
  )
}

function Times({ visit: { at, endAt, place, actorName } }: { visit: ActivityEntry }) {
  return (
    <>
      {actorName} · <Moment at={at} /> to {endAt && <Moment at={endAt} style={endStyle(at, endAt)} />}
      {place && ` · ${place}`}
    </>
  )
}
