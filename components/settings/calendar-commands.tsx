"use client"
import { Plus } from "lucide-react"
import { CalendarFields } from "@/components/settings/calendar-fields"
import { Command } from "@/components/shell/command"
import type { Calendar } from "@/lib/sales/calendar/queries"
import { addCalendar, editCalendar, makeCalendarDefault, removeCalendar } from "@/lib/settings/actions"

type Given = { calendar: Calendar; reason: string | null }
const small = { size: "s" } as const

/** The command Add business hours. */
export function AddCalendar({ reason }: { reason: string | null }) {
  return (
    <Command
      title="Add business hours"
      icon={<Plus aria-hidden="true" />}
      trigger={{ tone: "primary" }}
      reason={reason}
      sentence="Adds hours that a target or a member of staff can work by."
      busyWord="Adding"
      action={addCalendar}
      hidden={{}}
      news={() => ({ title: "Business hours added" })}
    >
      {(errors) => <CalendarFields errors={errors} />}
    </Command>
  )
}

export function EditCalendar({ calendar, reason }: Given) {
  return (
    <Command
      title="Edit"
      trigger={{ ...small, label: "Edit" }}
      reason={reason}
      sentence={`Changes ${calendar.name}. Every open lead whose targets run in these hours gets new due times, which takes a moment.`}
      busyWord="Saving"
      action={editCalendar}
      hidden={{ calendarId: calendar.id, version: String(calendar.version) }}
      news={() => ({ title: "Business hours saved" })}
    >
      {(errors) => <CalendarFields calendar={calendar} errors={errors} />}
    </Command>
  )
}

export function MakeDefault({ calendar, reason }: Given) {
  return (
    <Command
      title="Make default"
      trigger={small}
      reason={reason}
      sentence={`${calendar.name} stands for every target and every member of staff for whom no other hours were chosen.`}
      busyWord="Saving"
      action={makeCalendarDefault}
      hidden={{ calendarId: calendar.id }}
      news={() => ({ title: `${calendar.name} is the default` })}
    />
  )
}

export function RemoveCalendar({ calendar, reason }: Given) {
  return (
    <Command
      title="Remove"
      tone="danger"
      trigger={small}
      reason={reason}
      sentence={`Removes ${calendar.name}, with its ${calendar.holidays.length} holidays.`}
      busyWord="Removing"
      action={removeCalendar}
      hidden={{ calendarId: calendar.id }}
      news={() => ({ title: `${calendar.name} removed` })}
    />
  )
}
