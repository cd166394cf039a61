"use client"
import { type FormEvent, type ReactElement, type ReactNode, useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { FieldError } from "@/components/ui/field"
import { type ToastNews, useToast } from "@/components/ui/toast"
import type { ActionError, ActionResult } from "@/lib/identity/action"

type CommandDialogProps<Data> = {
  /** The command's name: the trigger, the dialog's title and its confirming button bear it. */
  title: string
  icon?: ReactNode
  /** How the trigger looks. */
  trigger?: { tone?: "primary" | "plain" | "ghost"; size?: "s" | "m" | "public"; hint?: string; label?: string }
  tone?: "primary" | "danger"
  /** The consequence, with names and counts. */
  sentence: ReactNode
  note?: ReactNode
  /** Opens with the page, as after a key in a list. */
  startsOpen?: boolean
  /** Why the command cannot be used now. */
  reason?: string | null
  busyWord?: string
  action: (form: FormData) => Promise<ActionResult<Data>>
  /** What goes along unseen, such as ids. */
  hidden: Record<string, string>
  /** What the toast says once it is done. */
  news?: (data: Data) => ToastNews
  /** The fields, told what is wrong with each. */
  children?: (errors: Record<string, string>) => ReactNode
}

const unreachable: ActionError = {
  code: "broken",
  message: "The server could not be reached. What you typed is still here; look whether it was done, then try again.",
  fields: {},
}

/** A command with its dialog: says the consequence, sends the form to an action, keeps what was typed when it is refused. */
export function CommandDialog<Data>({
  title,
  icon,
  trigger = {},
  tone = "primary",
  reason,
  startsOpen = false,
  ...rest
}: CommandDialogProps<Data>) {
  const [open, setOpen] = useState(startsOpen)
  const { label = title, ...look } = trigger
  const button = (
    <Button icon={icon} reason={reason} {...look}>
      {label}
    </Button>
  )
  if (reason) return button
  return <Opened title={title} tone={tone} icon={icon} {...rest} button={button} open={open} setOpen={setOpen} />
}

type OpenedProps<Data> = Omit<CommandDialogProps<Data>, "trigger" | "reason" | "startsOpen"> & {
  button: ReactElement
  open: boolean
  setOpen: (open: boolean) => void
}

function Opened<Data>({ title, icon, tone, sentence, note, busyWord, action, hidden, news, children, ...state }: OpenedProps<Data>) {
  const { button, open, setOpen } = state
  const { showToast } = useToast()
  const [error, setError] = useState<ActionError | null>(null)
  const [busy, start] = useTransition()

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget)
    start(async () => {
      const result = await action(form).catch(() => ({ ok: false as const, error: unreachable }))
      setError(result.ok ? null : result.error)
      if (!result.ok) return
      setOpen(false)
      if (news) showToast(news(result.data))
    })
  }

  const turn = (to: boolean) => {
    setError(null)
    setOpen(to)
  }
  const isPlaced = error !== null && Object.keys(error.fields).length > 0
  return (
    <Dialog
      title={title}
      sentence={sentence}
      note={note}
      trigger={button}
      open={open}
      onOpenChange={turn}
      form={{ onSubmit: submit, noValidate: true }}
      footer={
        <Button type="submit" tone={tone} icon={icon} busy={busy} busyLabel={busyWord}>
          {title}
        </Button>
      }
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div role="alert" className="mb-4 empty:hidden">
        {error && !isPlaced && <FieldError id="command-error" message={error.message} />}
      </div>
      {children?.(error?.fields ?? {})}
    </Dialog>
  )
}
