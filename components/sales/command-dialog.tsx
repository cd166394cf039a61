"use client"
import { Check, Undo2 } from "lucide-react"
import type { KeyboardEvent, ReactNode } from "react"
import { Dialog } from "@/components/ui/dialog"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import type { ActionResult } from "@/lib/identity/action"
import type { FieldErrors } from "@/lib/platform/errors"
import { useCommand } from "./use-command"

type CommandDialogProps<Data> = {
  /** The command's name: the title, and the word on the confirming button. */
  name: string
  /** The consequence, in one sentence with names and counts. */
  sentence: ReactNode
  busyLabel: string
  action: (form: FormData) => Promise<ActionResult<Data>>
  onDone: (data: Data) => void
  onClose: () => void
  /** Sent along with what the fields hold. */
  fixed: Record<string, string>
  /** How long it can be undone, in seconds; 0 when it cannot. */
  undoSeconds?: number
  /** Why the command is not open to this person, or not any more. */
  refusal?: string | null
  width?: "m" | "wide"
  children?: (fields: FieldErrors) => ReactNode
}

/** A command that asks before it acts. An error stays inside, and so does what was typed. Ctrl+Enter confirms. */
export function CommandDialog<Data>(props: CommandDialogProps<Data>) {
  const { name, sentence, busyLabel, action, onDone, onClose, fixed, undoSeconds = 0, refusal, width, children } = props
  const { submit, busy, error } = useCommand(action, onDone)
  const confirm = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }
  const problem = refusal ?? error?.message
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={name}
      sentence={sentence}
      width={width}
      form={{ onSubmit: submit, onKeyDown: confirm, noValidate: true }}
      note={undoSeconds > 0 && !refusal && <UndoNote seconds={undoSeconds} />}
      cancelWord={refusal ? "Close" : "Cancel"}
      footer={
        <SubmitButton icon={<Check aria-hidden="true" />} busy={busy} busyLabel={busyLabel} reason={refusal}>
          {name}
        </SubmitButton>
      }
    >
      {Object.entries(fixed).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {problem && (
        <div role="alert" className="-mx-6">
          <Strip tone="bad">{problem}</Strip>
        </div>
      )}
      {!refusal && children?.(error?.fields ?? {})}
    </Dialog>
  )
}

function UndoNote({ seconds }: { seconds: number }) {
  return (
    <>
      <Undo2 aria-hidden="true" />
      {`You can undo this for ${seconds} seconds.`}
    </>
  )
}
