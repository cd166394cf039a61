"use client"
import { useMemo, useState } from "react"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import type { FieldErrors } from "@/lib/platform/errors"
import { momentText } from "@/lib/platform/moment-text"
import { timeZones } from "@/lib/platform/time-zones"
import { zoneText } from "@/lib/platform/zone"

type ZoneFieldsProps = {
  /** The zone that was chosen; null for the house's. */
  own: string | null
  errors: FieldErrors
}

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

function choices(own: string | null) {
  const now = Date.now()
  const first = [own, browserZone()].filter((zone): zone is string => Boolean(zone))
  return [...new Set([...first, ...timeZones])].map((zone) => ({
    zone,
    label: `${zoneText(zone, now)}, ${momentText(new Date(now), "clock", zone)}`,
  }))
}

/** Every zone with its clock, narrowed by what is typed: by a city, or by "UTC+1". */
export function ZoneFields({ own, errors }: ZoneFieldsProps) {
  const [typed, setTyped] = useState("")
  const all = useMemo(() => choices(own), [own])
  const wanted = typed.trim().toLowerCase().replaceAll("-", "−")
  const fitting = all.filter(({ label, zone }) => label.toLowerCase().includes(wanted) || zone.toLowerCase().includes(wanted))
  return (
    <div className="grid gap-3">
      <Field label="Find a zone" mark="optional">
        {(control) => (
          <TextInput
            {...control}
            type="search"
            autoComplete="off"
            placeholder="A city, or UTC+1"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Field label="Time zone" error={errors.timeZone}>
        {({ size: _size, ...control }) => (
          <select
            {...control}
            key={wanted}
            name="timeZone"
            size={8}
            className="input h-auto! px-1! py-1 [&_option]:rounded-1 [&_option]:px-1.5 [&_option]:py-0.5"
            defaultValue={wanted === "" ? (own ?? "") : fitting[0]?.zone}
          >
            {wanted === "" && <option value="">As the house has it</option>}
            {fitting.map(({ zone, label }) => (
              <option key={zone} value={zone}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
