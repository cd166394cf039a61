import { EditCalendar, MakeDefault, RemoveCalendar } from "@/components/settings/calendar-commands"
import { Facts } from "@/components/ui/facts"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { zoneName } from "@/lib/platform/zone"
import { type Holiday, isWorkingAt, wallDate } from "@/lib/sales/calendar/business-time"
import { spansText, weekdays } from "@/lib/sales/calendar/hours-text"
import type { Calendar } from "@/lib/sales/calendar/queries"

/** Every calendar with its week and its next holidays. */
export function CalendarList({ calendars, now, reason }: { calendars: readonly Calendar[]; now: Date; reason: string | null }) {
  return (
    <ul className="border-t border-line" aria-label="Calendars">
      {calendars.map((calendar) => (
        <li key={calendar.id} className="measured py-5 not-first:border-t not-first:border-line [--measure:736px]">
          <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
            <h2 className="min-w-0 text-14 font-semi wrap-anywhere">{calendar.name}</h2>
            {calendar.isDefault && <Tag tone="accent">Default</Tag>}
            <Status word={isWorkingAt(calendar, now) ? "Open" : "Closed"} plain />
            <span className="ml-auto inline-flex flex-wrap gap-1.5">
              <EditCalendar calendar={calendar} reason={reason} />
              {!calendar.isDefault && <MakeDefault calendar={calendar} reason={reason} />}
              {!calendar.isDefault && <RemoveCalendar calendar={calendar} reason={reason} />}
            </span>
          </div>
          <div className="grid grid-cols-2 items-start gap-x-8 gap-y-4 max-m:grid-cols-1">
            <Facts items={weekdays.map((day, place) => ({ label: day, value: <Spans text={spansText(calendar.week, place + 1)} /> }))} />
            <Facts
              items={[
                { label: "Time zone", value: <Zone calendar={calendar} /> },
                { label: "Holidays", value: <Holidays holidays={nextHolidays(calendar, now)} all={calendar.holidays.length} /> },
              ]}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

const Zone = ({ calendar: { timeZone, isDefault } }: { calendar: Calendar }) => (
  <>
    {zoneName(timeZone)}
    {isDefault && <span className="block text-12 text-ink-3">Also for letters, and for people without a zone of their own.</span>}
  </>
)

const Spans = ({ text }: { text: string }) =>
  text ? <span className="tabular-nums">{text}</span> : <span className="text-ink-3">Closed</span>

const shown = 5

/** The next holidays, each with the day on which it falls. */
function nextHolidays(calendar: Calendar, now: Date): { day: string; name: string }[] {
  const today = wallDate(calendar, now)
  return calendar.holidays
    .map(({ day, name, isYearly }) => ({ day: isYearly ? thisYearOrNext(day, today) : day, name }))
    .filter(({ day }) => day >= today)
    .sort((one, other) => one.day.localeCompare(other.day))
    .slice(0, shown)
}

function thisYearOrNext(day: Holiday["day"], today: string): string {
  const year = Number(today.slice(0, 4))
  const here = `${year}${day.slice(4)}`
  return here >= today ? here : `${year + 1}${day.slice(4)}`
}

function Holidays({ holidays, all }: { holidays: readonly { day: string; name: string }[]; all: number }) {
  if (all === 0) return <span className="text-ink-3">None</span>
  return (
    <ul>
      {holidays.map(({ day, name }) => (
        <li key={day}>
          <span className="mr-2 tabular-nums">{day}</span>
          <span className="text-ink-2">{name}</span>
        </li>
      ))}
      {all > holidays.length && <li className="text-ink-3">{all} in all</li>}
    </ul>
  )
}
