"use client"
import { Plus } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import type { FieldErrors } from "@/lib/platform/errors"
import { ratings, sources } from "@/lib/sales/choices"
import { targetTitle } from "@/lib/sales/timers/target-words"
import { isForAll, type Target } from "@/lib/sales/timers/targets"
import { addTarget, editTarget, removeTarget } from "@/lib/settings/actions"

export type CalendarName = { id: string; name: string; isDefault: boolean }
type Around = { calendars: readonly CalendarName[]; houseDays: number; reason: string | null }

const small = { size: "s" } as const
const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** The command Add target. */
export function AddTarget({ reason, ...around }: Around) {
  return (
    <Command
      title="Add target"
      icon={<Plus aria-hidden="true" />}
      trigger={{ size: "s", tone: "ghost" }}
      reason={reason}
      sentence="Gives some leads a target of their own. The first target that fits a lead counts."
      busyWord="Adding"
      action={addTarget}
      hidden={{}}
      news={() => ({ title: "Target added", text: "Open leads get their new due times." })}
    >
      {(errors) => <TargetFields errors={errors} {...around} />}
    </Command>
  )
}

export function EditTarget({ target, reason, ...around }: Around & { target: Target }) {
  return (
    <Command
      title="Edit"
      trigger={small}
      reason={reason}
      sentence={`Changes the target: ${targetTitle(target)}. Open leads get new due times, which takes a moment.`}
      busyWord="Saving"
      action={editTarget}
      hidden={{ targetId: target.id, version: String(target.version) }}
      news={() => ({ title: "Target saved", text: "Open leads get their new due times." })}
    >
      {(errors) => <TargetFields target={target} errors={errors} {...around} />}
    </Command>
  )
}

export function RemoveTarget({ target, reason }: { target: Target; reason: string | null }) {
  return (
    <Command
      title="Remove"
      tone="danger"
      trigger={small}
      reason={reason}
      sentence={`Removes the target: ${targetTitle(target)}. The next one that fits counts for these leads.`}
      busyWord="Removing"
      action={removeTarget}
      hidden={{ targetId: target.id }}
      news={() => ({ title: "Target removed" })}
    />
  )
}

type TargetFieldsProps = Omit<Around, "reason"> & { target?: Target; errors: FieldErrors }

function TargetFields({ target, errors, calendars, houseDays }: TargetFieldsProps) {
  const fallback = calendars.find(({ isDefault }) => isDefault)
  const number = (name: string, label: string, value: number | string, placeholder?: string) => (
    <Field label={label} error={errors[name]}>
      {(control) => (
        <TextInput
          {...control}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          className="tabular-nums"
          defaultValue={value}
          placeholder={placeholder}
        />
      )}
    </Field>
  )
  return (
    <div className="grid gap-4">
      {!(target && isForAll(target)) && (
        <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
          <Field label="Rating" error={errors.rating}>
            {(control) => (
              <Select {...control} name="rating" placeholder="Any rating" options={options(ratings)} defaultValue={target?.rating ?? ""} />
            )}
          </Field>
          <Field label="Source" error={errors.source}>
            {(control) => (
              <Select {...control} name="source" placeholder="Any source" options={options(sources)} defaultValue={target?.source ?? ""} />
            )}
          </Field>
        </div>
      )}
      <div className="grid grid-cols-3 items-end gap-4 max-m:grid-cols-1">
        {number("responseHours", "First response in hours", target?.responseHours ?? 8)}
        {number("decisionDays", "Decision in working days", target?.decisionDays ?? "", String(houseDays))}
        {number("warnAt", "Warns at percent", target?.warnAt ?? 75)}
      </div>
      <p className="-mt-1 text-12 text-ink-3">{`Without working days a decision has ${houseDays} of them, as the house has it.`}</p>
      <Field label="Counted in" error={errors.calendarId}>
        {(control) => (
          <Select
            {...control}
            name="calendarId"
            placeholder={fallback ? `Default: ${fallback.name}` : "Default hours"}
            options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={target?.calendarId ?? ""}
          />
        )}
      </Field>
    </div>
  )
}
