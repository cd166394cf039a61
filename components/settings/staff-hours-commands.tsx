"use client"
import { Trash2 } from "lucide-react"
import { useState } from "react"
import type { CalendarChoice, PersonHours } from "@/components/settings/staff-hours"
import { Command } from "@/components/shell/command"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import type { AbsenceView } from "@/lib/sales/calendar/list-staff-hours"
import { addAbsence, removeAbsence, setStaffHours } from "@/lib/settings/actions"

const small = { size: "s" } as const

/** The command Set hours: by which calendar somebody works, and how many leads they can have. */
export function SetHours({ person, calendars }: { person: PersonHours; calendars: readonly CalendarChoice[] }) {
  const fallback = calendars.find(({ isDefault }) => isDefault)
  return (
    <Command
      title="Set hours"
      trigger={small}
      reason={person.reason}
      sentence={`Says when ${person.name} works, and how many open leads ${person.name} can have before rules give new ones to others.`}
      busyWord="Saving"
      action={setStaffHours}
      hidden={{ personId: person.personId }}
      news={() => ({ title: "Hours saved" })}
    >
      {(errors) => (
        <div className="grid gap-4">
          <Field label="Business hours" error={errors.calendarId}>
            {(control) => (
              <Select
                {...control}
                name="calendarId"
                defaultValue={person.calendarId ?? ""}
                placeholder={fallback ? `Default: ${fallback.name}` : "Default"}
                options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
          <Field
            label="Most open leads"
            mark="optional"
            hint={`${person.openLeads.toLocaleString("en")} now. Empty for as many as come; 0 for none.`}
            error={errors.capacity}
            width={140}
          >
            {(control) => (
              <TextInput
                {...control}
                name="capacity"
                inputMode="numeric"
                autoComplete="off"
                className="tabular-nums"
                defaultValue={person.capacity ?? ""}
              />
            )}
          </Field>
        </div>
      )}
    </Command>
  )
}

/** The command Add absence. */
export function AddAbsence({ person }: { person: PersonHours }) {
  return (
    <Command
      title="Add absence"
      trigger={small}
      reason={person.reason}
      sentence={`While ${person.name} is away, rules give new leads to others. Leads that ${person.name} owns stay.`}
      busyWord="Adding"
      action={addAbsence}
      hidden={{ personId: person.personId }}
      news={() => ({ title: "Absence added" })}
    >
      {(errors) => (
        <div className="grid gap-4">
          <div className="grid grid-cols-2 gap-4">
            <Field label="First day" error={errors.from}>
              {(control) => <TextInput {...control} type="date" name="from" />}
            </Field>
            <Field label="Last day" error={errors.to}>
              {(control) => <TextInput {...control} type="date" name="to" />}
            </Field>
          </div>
          <Field label="Reason" error={errors.reason}>
            {(control) => <TextInput {...control} name="reason" maxLength={120} autoComplete="off" placeholder="Holiday" />}
          </Field>
        </div>
      )}
    </Command>
  )
}

type RemoveAbsenceProps = { name: string; absence: AbsenceView; reason: string | null }

export function RemoveAbsence({ name, absence, reason }: RemoveAbsenceProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="s" tone="ghost" iconOnly icon={<Trash2 aria-hidden="true" />} reason={reason} onClick={() => setOpen(true)}>
        {`Remove the absence of ${name} from ${absence.from}`}
      </Button>
      {isOpen && (
        <CommandDialog
          title="Remove absence"
          tone="danger"
          sentence={`Takes back that ${name} is away from ${absence.from} to ${absence.to}.`}
          busyWord="Removing"
          action={removeAbsence}
          hidden={{ absenceId: absence.id }}
          onClose={() => setOpen(false)}
          news={() => ({ title: "Absence removed" })}
        />
      )}
    </>
  )
}
