"use client"
import { MentionTextarea } from "@/components/shell/mention-textarea"
import { useColleagues } from "@/components/shell/use-colleagues"
import { Field } from "@/components/ui/field"
import { Segmented } from "@/components/ui/segmented"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { typedText } from "@/lib/identity/mentions"
import type { FieldErrors } from "@/lib/platform/errors"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { clockName, dayIn, wallText } from "@/lib/platform/zone"
import { callDirections, remindOf } from "@/lib/sales/activities/rules"
import { remindChoices } from "@/lib/sales/activities/schema"
import type { ActivityEntry } from "@/lib/sales/timeline-entry"

type FieldsProps = {
  /** What stands there; empty fields for something new. */
  entry?: ActivityEntry
  errors: FieldErrors
  /** Whose it is at first. */
  viewer?: { id: string | null; name: string }
}

const minute = (at: Date | null | undefined) => (at ? wallText(viewerZone(), at) : undefined)
const dueDay = ({ dueAt, dueHasTime }: ActivityEntry) => (dueAt ? dayIn(dueHasTime ? viewerZone() : "UTC", dueAt) : undefined)

/** The hour at which a form is opened, to the full five minutes. */
const nowish = (aheadMs = 0) => new Date(Math.ceil((Date.now() + aheadMs) / 300_000) * 300_000)

function Subject({ entry, errors }: FieldsProps) {
  return (
    <Field label="Subject" error={errors.subject}>
      {(control) => <TextInput {...control} name="subject" defaultValue={entry?.subject ?? ""} maxLength={200} autoComplete="off" />}
    </Field>
  )
}

function Details({ entry, errors }: FieldsProps) {
  return (
    <Field label="Details" mark="optional" error={errors.text}>
      {(control) => <Textarea {...control} name="text" rows={2} maxLength={4000} defaultValue={entry?.text ?? ""} />}
    </Field>
  )
}

export function NoteFields({ entry, errors }: FieldsProps) {
  const people = Object.entries(entry?.names ?? {}).map(([id, name]) => ({ id, name }))
  return (
    <Field label="Note" hint="Type @ to mention a colleague." error={errors.text}>
      {(control) => (
        <MentionTextarea {...control} name="text" rows={5} given={typedText(entry?.text ?? "", entry?.names ?? {})} mentioned={people} />
      )}
    </Field>
  )
}

export function TaskFields({ entry, errors, viewer }: FieldsProps) {
  const { colleagues } = useColleagues()
  const me = viewer?.id ? [{ id: viewer.id, name: viewer.name }] : []
  const owner = entry?.ownerId ? [{ id: entry.ownerId, name: entry.ownerName ?? "" }] : me
  const choices = colleagues?.filter(({ mayOwn }) => mayOwn) ?? owner
  const chosen = owner[0]?.id
  return (
    <div className="grid gap-3">
      <Subject entry={entry} errors={errors} />
      <div className="flex flex-wrap gap-3 [&>*]:min-w-[136px] [&>*]:flex-1">
        <Field label="Due" mark="optional" error={errors.due}>
          {(control) => <TextInput {...control} type="date" name="due" defaultValue={entry && dueDay(entry)} />}
        </Field>
        <Field label="Time" mark="optional" error={errors.dueTime}>
          {(control) => (
            <TextInput {...control} type="time" name="dueTime" defaultValue={entry?.dueHasTime ? minute(entry.dueAt)?.slice(11) : ""} />
          )}
        </Field>
        <Field label="Reminder" mark="optional" error={errors.remindAt} className="min-w-[212px]!">
          {(control) => <TextInput {...control} type="datetime-local" name="remindAt" defaultValue={minute(entry?.remindAt)} />}
        </Field>
        <Field label="For" error={errors.ownerId}>
          {(control) => (
            <Select
              {...control}
              key={colleagues ? "all" : "one"}
              name="ownerId"
              defaultValue={chosen}
              options={choices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      </div>
      <Details entry={entry} errors={errors} />
    </div>
  )
}

export function CallFields({ entry, errors }: FieldsProps) {
  return (
    <div className="grid gap-3">
      <Subject entry={entry} errors={errors} />
      <div className="flex flex-wrap items-start gap-3">
        <Segmented
          legend="Direction"
          name="direction"
          defaultValue={entry?.direction ?? "outgoing"}
          choices={Object.entries(callDirections).map(([value, label]) => ({ value, label }))}
        />
        <Field label="When" mark={clockName(viewerZone())} error={errors.at}>
          {(control) => <TextInput {...control} type="datetime-local" name="at" defaultValue={minute(entry?.at ?? nowish(-300_000))} />}
        </Field>
        <Field label="Minutes" mark="optional" error={errors.minutes} className="w-28">
          {(control) => (
            <TextInput {...control} name="minutes" inputMode="numeric" autoComplete="off" defaultValue={entry?.minutes ?? ""} />
          )}
        </Field>
      </div>
      <Details entry={entry} errors={errors} />
    </div>
  )
}

const hourMs = 3_600_000

export function AppointmentFields({ entry, errors }: FieldsProps) {
  return (
    <div className="grid gap-3">
      <Subject entry={entry} errors={errors} />
      <div className="flex flex-wrap gap-3 [&>*]:min-w-[170px] [&>*]:flex-1">
        <Field label="Starts" mark={clockName(viewerZone())} error={errors.at}>
          {(control) => <TextInput {...control} type="datetime-local" name="at" defaultValue={minute(entry?.at ?? nowish(24 * hourMs))} />}
        </Field>
        <Field label="Ends" mark={clockName(viewerZone())} error={errors.endAt}>
          {(control) => (
            <TextInput {...control} type="datetime-local" name="endAt" defaultValue={minute(entry?.endAt ?? nowish(25 * hourMs))} />
          )}
        </Field>
        <Field label="Place" mark="optional" error={errors.place}>
          {(control) => <TextInput {...control} name="place" maxLength={200} autoComplete="off" defaultValue={entry?.place ?? ""} />}
        </Field>
        <Field label="Reminder" mark="optional" error={errors.remind}>
          {(control) => (
            <Select
              {...control}
              name="remind"
              placeholder="None"
              defaultValue={entry ? remindOf(entry) : ""}
              options={Object.entries(remindChoices).map(([value, label]) => ({ value, label }))}
            />
          )}
        </Field>
      </div>
      <Details entry={entry} errors={errors} />
    </div>
  )
}
