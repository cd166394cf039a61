"use client"
import { Check, Undo2 } from "lucide-react"
import type { KeyboardEvent, ReactNode } from "react"
import { useCommand } from "@/components/shell/use-command"
import { Dialog } from "@/components/ui/dialog"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { type ToastNews, useToast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/identity/action"
import type { FieldErrors } from "@/lib/platform/errors"

export type CommandDialogProps<Data> = {
  /** The command's name: the title, and the word on the confirming button. */
  title: string
  icon?: ReactNode
  tone?: "primary" | "danger"
  /** The consequence, in one sentence with names and counts. */
  sentence: ReactNode
  busyWord: string
  action: (form: FormData) => Promise<ActionResult<Data>>
  /** What goes along unseen, such as ids. */
  hidden: Record<string, string>
  /** What the toast says once it is done. */
  news?: (data: Data) => ToastNews
  onClose: () => void
  /** How long it can be undone, in seconds; 0 when it cannot. */
  undoSeconds?: number
  /** Why the command is not open to this person, or not any more. */
  refusal?: string | null
  /** Why it cannot be done in the way that is chosen; the fields stay, so that another way can be chosen. */
  blocked?: string | null
  /** Told when the server refused, such as to look at the record again. */
  onRefused?: () => void
  width?: "m" | "wide"
  /** The fields, told what is wrong with each. */
  children?: (errors: FieldErrors) => ReactNode
}

/** A command that asks before it acts. An error stays inside, and so does what was typed. Ctrl+Enter confirms. */
export function CommandDialog<Data>(props: CommandDialogProps<Data>) {
  const { title, icon = <Check aria-hidden="true" />, tone, sentence, busyWord, action, hidden, news, onClose, ...rest } = props
  const { undoSeconds = 0, refusal, blocked, onRefused, width, children } = rest
  const { showToast } = useToast()
  const { submit, busy, error } = useCommand(
    action,
    (data) => {
      onClose()
      if (news) showToast(news(data))
    },
    onRefused,
  )
  const confirm = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !blocked) event.currentTarget.requestSubmit()
  }
  const problem = refusal ?? error?.message
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      sentence={sentence}
      width={width}
      form={{ onSubmit: submit, onKeyDown: confirm, noValidate: true }}
      note={undoSeconds > 0 && !refusal && <UndoNote seconds={undoSeconds} />}
      cancelWord={refusal ? "Close" : "Cancel"}
      footer={
        <SubmitButton tone={tone} icon={icon} busy={busy} busyLabel={busyWord} reason={refusal ?? blocked}>
          {title}
        </SubmitButton>
      }
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div role="alert" className="-mx-6 empty:hidden">
        {problem && <Strip tone="bad">{problem}</Strip>}
      </div>
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
