"use client"
import { useId, useState } from "react"
import { sendByKey } from "@/components/shell/send-by-key"
import { useCommand } from "@/components/shell/use-command"
import { FieldError } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { useToast } from "@/components/ui/toast"
import { addAppointment, addTask, logCall } from "@/lib/sales/actions"
import { AppointmentFields, CallFields, TaskFields } from "./activity-fields"
import type { ComposerProps } from "./composer"

const kinds = {
  task: { add: addTask, Fields: TaskFields, word: "Add task", done: "Task added" },
  phone_call: { add: logCall, Fields: CallFields, word: "Log call", done: "Call logged" },
  appointment: { add: addAppointment, Fields: AppointmentFields, word: "Add appointment", done: "Appointment added" },
} as const

type ComposeActivityProps = ComposerProps & { kind: keyof typeof kinds }

/** A task, a phone call or an appointment. What was typed stays until it is saved. */
export function ComposeActivity({ about, id, viewer, kind }: ComposeActivityProps) {
  const { add, Fields, word, done } = kinds[kind]
  const alertId = useId()
  const { showToast } = useToast()
  const [round, setRound] = useState(0)
  const { submit, busy, error } = useCommand<{ id: string }>(add, () => {
    setRound((before) => before + 1)
    showToast({ title: done })
  })
  const errors = error?.fields ?? {}
  return (
    <form key={round} onSubmit={submit} onKeyDown={sendByKey} noValidate className="grid gap-3">
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="id" value={id} />
      <Fields errors={errors} viewer={viewer} />
      <div role="alert" className="empty:hidden">
        {error && Object.keys(errors).length === 0 && <FieldError id={alertId} message={error.message} />}
      </div>
      <SubmitButton size="s" busy={busy} busyLabel="Saving" className="justify-self-end">
        {word}
      </SubmitButton>
    </form>
  )
}
