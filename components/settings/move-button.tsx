"use client"
import { type ReactNode, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { useToast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/identity/action"

type MoveButtonProps<Input, Data> = {
  action: (input: Input) => Promise<ActionResult<Data>>
  input: Input
  icon: ReactNode
  reason: string | null
  children: string
}

/** A small arrow that moves a line; only a refusal is told. */
export function MoveButton<Input, Data>({ action, input, icon, reason, children }: MoveButtonProps<Input, Data>) {
  const { showToast } = useToast()
  const [busy, start] = useTransition()
  const move = () =>
    start(async () => {
      const result = await action(input).catch(() => null)
      if (!result?.ok)
        showToast({ tone: "bad", title: "Not moved", text: result?.error.message ?? "The server could not be reached. Try again." })
    })
  return (
    <Button size="s" tone="ghost" iconOnly icon={icon} busy={busy} reason={reason} onClick={move}>
      {children}
    </Button>
  )
}
