import { CalendarOff, Users } from "lucide-react"
import { AddAbsence, RemoveAbsence, SetHours } from "@/components/settings/staff-hours-commands"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Person } from "@/components/ui/person"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { momentText } from "@/components/ui/time"
import { weekText } from "@/lib/sales/calendar/hours-text"
import type { StaffHoursView } from "@/lib/sales/calendar/list-staff-hours"
import type { Calendar } from "@/lib/sales/calendar/queries"

export type CalendarChoice = Pick<Calendar, "id" | "name" | "isDefault" | "week" | "timeZone">
export type PersonHours = StaffHoursView & {
  /** Why these hours cannot be changed by whoever looks. */
  reason: string | null
}

type StaffHoursProps = { people: readonly PersonHours[]; calendars: readonly CalendarChoice[]; meId: string }

const columns: PlainColumn[] = [
  { key: "name", label: "Name", width: 210 },
  { key: "now", label: "Now", width: 180, phone: "top" },
  { key: "hours", label: "Hours", phone: "second" },
  { key: "leads", label: "Open leads", width: 120, phone: "end" },
  { key: "commands", label: "Commands", width: 230, align: "right", isCommands: true },
]

/** Who works when and how much they can take, and below it who is away and when. */
export function StaffHours({ people, calendars, meId }: StaffHoursProps) {
  return (
    <>
      <PlainTable
        label="Working hours"
        columns={columns}
        empty={<Empty icon={<Users />} title="Nobody owns leads" text="Sellers and those who lead them stand here." />}
        rows={people.map((person) => ({
          id: person.personId,
          cells: {
            name: <Person name={person.name} me={person.personId === meId} />,
            now: <Status word={stateOf(person)} text={stateText(person)} />,
            hours: <HoursCell calendar={calendarOf(calendars, person.calendarId)} isChosen={person.calendarId !== null} />,
            leads: <Leads {...person} />,
            commands: (
              <span className="inline-flex gap-1.5">
                <SetHours person={person} calendars={calendars} />
                <AddAbsence person={person} />
              </span>
            ),
          },
        }))}
      />
      <div className="max-w-[760px] px-6 py-5 max-m:px-4">
        <Section title="Absences">
          <Absences people={people} />
        </Section>
      </div>
    </>
  )
}

const calendarOf = (calendars: readonly CalendarChoice[], id: string | null) =>
  calendars.find((calendar) => (id ? calendar.id === id : calendar.isDefault))

const stateOf = ({ awayUntil, isAtWork }: StaffHoursView) => (awayUntil ? "Away" : isAtWork ? "At work" : "Off hours")

const dayWords = (day: string) => momentText(new Date(day), "day")

const stateText = (person: StaffHoursView) => (person.awayUntil ? `Away until ${dayWords(person.awayUntil)}` : stateOf(person))

function HoursCell({ calendar, isChosen }: { calendar: CalendarChoice | undefined; isChosen: boolean }) {
  if (!calendar) return null
  return (
    <span title={`${weekText(calendar.week)}, ${calendar.timeZone}`}>
      {calendar.name}
      <span className="ml-2 text-ink-3">{isChosen ? weekText(calendar.week) : `default, ${weekText(calendar.week)}`}</span>
    </span>
  )
}

function Leads({ openLeads, capacity }: StaffHoursView) {
  if (capacity === null)
    return (
      <span className="tabular-nums">
        {openLeads.toLocaleString("en")}
        <span className="m:hidden"> open</span>
      </span>
    )
  const isFull = openLeads >= capacity
  return (
    <span className={isFull ? "font-semi text-wait tabular-nums" : "tabular-nums"}>
      {`${openLeads.toLocaleString("en")} of ${capacity.toLocaleString("en")}`}
      {isFull && ", full"}
    </span>
  )
}

function Absences({ people }: { people: readonly PersonHours[] }) {
  const all = people.flatMap((person) => person.absences.map((absence) => ({ person, absence })))
  if (all.length === 0)
    return <Empty icon={<CalendarOff />} title="Nobody is away" text="Absences that are noted stand here until they are over." boxed />
  return (
    <ul>
      {all
        .sort((one, other) => one.absence.from.localeCompare(other.absence.from))
        .map(({ person, absence }) => (
          <li key={absence.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line py-1.5 not-first:border-t">
            <Person name={person.name} />
            <span className="tabular-nums">
              {absence.from === absence.to ? dayWords(absence.from) : `${dayWords(absence.from)} – ${dayWords(absence.to)}`}
            </span>
            <span className="min-w-0 flex-1 wrap-anywhere text-ink-2">{absence.reason}</span>
            <RemoveAbsence name={person.name} absence={absence} reason={person.reason} />
          </li>
        ))}
    </ul>
  )
}
