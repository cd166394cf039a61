"use client"
import { type ReactNode, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { useToast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/identity/action"

type CommandButtonProps<Input, Data> = {
  action: (input: Input) => Promise<ActionResult<Data>>
  input: Input
  /** What the toast says once it is done. */
  done: string
  icon?: ReactNode
  tone?: "plain" | "ghost" | "primary"
  reason?: string | null
  children: string
}

/** A command that needs no dialog; a refusal is told in a toast. */
export function CommandButton<Input, Data>({ action, input, done, icon, tone, reason, children }: CommandButtonProps<Input, Data>) {
  const { showToast } = useToast()
  const [busy, start] = useTransition()
  const run = () =>
    start(async () => {
      const result = await action(input).catch(() => null)
      if (result?.ok) showToast({ title: done })
      else
        showToast({
          tone: "bad",
          title: "Not done",
          text: result?.error.message ?? "The server could not be reached. Look whether it was done.",
        })
    })
  return (
    <Button size="s" tone={tone} icon={icon} busy={busy} reason={reason} onClick={run}>
      {children}
    </Button>
  )
}
