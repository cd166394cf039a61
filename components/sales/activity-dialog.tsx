"use client"
import { Check, RotateCcw, Trash2 } from "lucide-react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { deleteActivity, editAppointment, editCall, editNote, editTask, reopenTask } from "@/lib/sales/actions"
import { activityKinds } from "@/lib/sales/activities/rules"
import type { ActivityEntry } from "@/lib/sales/timeline-entry"
import type { ActivityCommand } from "./activity-commands"
import { AppointmentFields, CallFields, NoteFields, TaskFields } from "./activity-fields"

type ActivityDialogProps = { entry: ActivityEntry; command: ActivityCommand; onClose: () => void }

const edits = { note: editNote, task: editTask, phone_call: editCall, appointment: editAppointment }
const fields = { note: NoteFields, task: TaskFields, phone_call: CallFields, appointment: AppointmentFields }

/** Edit, Delete and Reopen of something that was written. */
export function ActivityDialog({ entry, command, onClose }: ActivityDialogProps) {
  const { id, version, activity, subject, files } = entry
  const shared = { hidden: { activityId: id, version: String(version) }, onClose }
  const { noun, word } = activityKinds[activity]
  const name = subject ? `the ${noun} “${subject}”` : `this ${noun}`
  if (command === "reopen") {
    return (
      <CommandDialog
        {...shared}
        title="Reopen"
        icon={<RotateCcw aria-hidden="true" />}
        sentence={`Opens ${name} again; it stands among what is ahead until it is done.`}
        busyWord="Reopening"
        action={reopenTask}
        news={() => ({ title: "Task reopened" })}
      />
    )
  }
  if (command === "delete") {
    const with_ = files.length > 0 ? ` and its ${files.length === 1 ? "file" : `${files.length} files`}` : ""
    return (
      <CommandDialog
        {...shared}
        title="Delete"
        tone="danger"
        icon={<Trash2 aria-hidden="true" />}
        sentence={`Deletes ${name}${with_} for everybody. The history keeps that it was there, and who deleted it.`}
        busyWord="Deleting"
        action={deleteActivity}
        news={() => ({ title: `${word} deleted` })}
      />
    )
  }
  const Fields = fields[activity]
  return (
    <CommandDialog
      {...shared}
      title="Edit"
      icon={<Check aria-hidden="true" />}
      sentence={`Changes ${name}. The history keeps who edited it and when.`}
      busyWord="Saving"
      action={edits[activity]}
      news={() => ({ title: `${word} saved` })}
    >
      {(errors) => <Fields entry={entry} errors={errors} />}
    </CommandDialog>
  )
}
