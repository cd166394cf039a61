import Link from "next/link"
import { type ReactNode, useId } from "react"
import { CountLink } from "@/components/ui/count-link"
import { DataTable } from "@/components/ui/data-table"
import { Person } from "@/components/ui/person"
import type { TimerFigures, TimerStand } from "@/lib/sales/dashboard/timer-figures"
import { timerNames } from "@/lib/sales/timers/timer-words"

type TimersPanelProps = {
  timers: readonly TimerFigures[]
  viewerId: string
  /** By owner too, as who leads them sees it. */
  withOwners: boolean
}

const heads = ["On time", "Warning", "Breached", "Paused"] as const

/** How many leads are answered and decided in time, each number with the leads that it counts. */
export function TimersPanel({ timers, viewerId, withOwners }: TimersPanelProps) {
  if (!withOwners)
    return (
      <Panel title="Timers" text="My leads by how their clocks stand.">
        <DataTable
          label="Timers"
          heads={["Timer", ...heads]}
          rows={timers.map(({ timer, all }) => ({ key: timer, name: timerNames[timer], cells: cellsOf(all, timerNames[timer]) }))}
        />
      </Panel>
    )
  return timers.map(({ timer, all, owners }) => (
    <Panel key={timer} title={timerNames[timer]} text={captions[timer]}>
      <DataTable
        label={`${timerNames[timer]} by owner`}
        heads={["Owner", ...heads]}
        rows={[
          { key: "all", name: "Everybody", cells: cellsOf(all, "Everybody") },
          ...owners.map((stand) => ({
            key: stand.id ?? "none",
            name: stand.id ? <Person name={stand.name ?? "Somebody who left"} me={stand.id === viewerId} /> : <Person name={null} />,
            cells: cellsOf(stand, stand.id ? (stand.name ?? "Somebody") : "Unassigned"),
          })),
        ]}
      />
    </Panel>
  ))
}

const captions = {
  response: "Leads that nobody has answered yet, by how soon they are due.",
  decision: "Leads that are not decided yet, by how soon they are due.",
} as const

const inks = { on_time: "", warning: "font-semi text-wait", breached: "font-semi text-bad", paused: "" } as const

const cellsOf = (stand: TimerStand, who: string) =>
  (["on_time", "warning", "breached", "paused"] as const).map((state, place) => (
    <span key={state} className={stand[state].n > 0 ? inks[state] : undefined}>
      <CountLink figure={stand[state]} label={`${who}, ${heads[place]?.toLowerCase()}`} />
    </span>
  ))

function Panel({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          <p>{text}</p>
        </div>
        <Link href="/sales/leads?view=escalated" prefetch={false} className="link flex-none text-12">
          Escalated leads
        </Link>
      </div>
      {children}
    </section>
  )
}
