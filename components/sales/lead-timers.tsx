import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import { TimerNow } from "@/components/ui/timer-now"
import type { LeadTimersView, TimerView } from "@/lib/sales/timers/get-lead-timers"
import { timerNames } from "@/lib/sales/timers/timer-words"
import { PauseTimers, type TimerRefusals } from "./pause-timers"

type LeadTimersProps = {
  lead: { id: string; companyName: string }
  timers: LeadTimersView
  /** Why they cannot be paused and resumed now. */
  refusals: TimerRefusals
  now: Date
}

/** **Timers**: how soon the lead is to be answered and decided, in whose hours, and whether somebody stopped the clocks. */
export function LeadTimers({ lead, timers: { timers, calendar, pause, waits }, refusals, now }: LeadTimersProps) {
  return (
    <Section title="Timers" aside={<PauseTimers lead={lead} isPaused={pause !== null || waits !== null} refusals={refusals} />}>
      <Facts wide items={timers.map((timer) => ({ label: timerNames[timer.timer], value: <Stand timer={timer} now={now} /> }))} />
      {pause && (
        <p className="mt-2 text-pretty wrap-anywhere text-ink-2">
          {`Paused by ${pause.byName} on `}
          <Moment at={pause.at} />
          {`: ${pause.reason}`}
        </p>
      )}
      {waits && (
        <p className="mt-2 text-pretty wrap-anywhere text-ink-2">
          {`${waits.byName} asked “${waits.subject}” on `}
          <Moment at={waits.at} />
          {". The clock goes on with the answer."}
        </p>
      )}
      <p className="mt-2 text-12 text-pretty text-ink-3">{`Counted in ${calendar.name}: ${calendar.hours}.`}</p>
    </Section>
  )
}

function Stand({ timer: { state, dueAt, target }, now }: { timer: TimerView; now: Date }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <TimerNow state={state} dueAt={dueAt} now={now.getTime()} />
      <span className="text-12 text-ink-3">
        {dueAt !== null && (
          <>
            <Moment at={dueAt} />
            {", "}
          </>
        )}
        {`target ${target}`}
      </span>
    </span>
  )
}
