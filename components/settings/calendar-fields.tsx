"use client"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import type { FieldErrors } from "@/lib/platform/errors"
import { timeZones } from "@/lib/platform/time-zones"
import { zoneName } from "@/lib/platform/zone"
import { holidaysText, spansText, weekdays } from "@/lib/sales/calendar/hours-text"
import type { Calendar } from "@/lib/sales/calendar/queries"

const zoneOptions = (chosen: string) =>
  (timeZones.includes(chosen) ? timeZones : [chosen, ...timeZones]).map((zone) => ({ value: zone, label: zoneName(zone) }))

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"

/** The name, zone, week and holidays of business hours, as one types them. */
export function CalendarFields({ calendar, errors }: { calendar?: Calendar; errors: FieldErrors }) {
  const zone = calendar?.timeZone ?? here()
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
        <Field label="Name" error={errors.name}>
          {(control) => <TextInput {...control} name="name" maxLength={60} autoComplete="off" defaultValue={calendar?.name} />}
        </Field>
        <Field label="Time zone" error={errors.timeZone}>
          {(control) => <Select {...control} name="timeZone" defaultValue={zone} options={zoneOptions(zone)} />}
        </Field>
      </div>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 font-medium">Hours</legend>
        <p className="mb-1 text-12 text-ink-3">Such as 09:00–12:00, 13:00–17:00. Empty for a day off; 22:00–06:00 goes on past midnight.</p>
        {weekdays.map((day, place) => {
          const name = day.toLowerCase()
          const error = errors[name]
          return (
            <div key={day} className="grid grid-cols-[96px_1fr] items-center gap-x-2">
              <label htmlFor={`hours-${name}`}>{day}</label>
              <TextInput
                id={`hours-${name}`}
                name={name}
                maxLength={120}
                autoComplete="off"
                className="tabular-nums"
                defaultValue={calendar ? spansText(calendar.week, place + 1) : place < 5 ? "09:00–17:00" : ""}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `hours-${name}-error` : undefined}
              />
              {error && (
                <span id={`hours-${name}-error`} className="col-start-2 pt-0.5 text-12 font-medium text-bad">
                  {error}
                </span>
              )}
            </div>
          )
        })}
      </fieldset>
      <Field
        label="Holidays"
        mark="optional"
        hint="One a line: 2026-12-24 Christmas Eve. Without a year it comes every year: 12-25 Christmas Day."
        error={errors.holidays}
      >
        {(control) => (
          <Textarea {...control} name="holidays" rows={5} className="tabular-nums" defaultValue={holidaysText(calendar?.holidays ?? [])} />
        )}
      </Field>
    </div>
  )
}
