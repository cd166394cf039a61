"use client"
import { useState } from "react"
import { CommandDialog, type CommandDialogProps } from "@/components/shell/command-dialog"
import { Button } from "@/components/ui/button"

type CommandProps<Data> = Omit<CommandDialogProps<Data>, "onClose" | "refusal"> & {
  /** How its button looks, and what it says where that is not the title. */
  trigger?: { tone?: "primary" | "plain" | "ghost"; size?: "s" | "m" | "public"; hint?: string; label?: string }
  /** Opens with the page, as after a key in a list. */
  startsOpen?: boolean
  /** Why the command cannot be used now. */
  reason?: string | null
}

/** A command as a button with its dialog. */
export function Command<Data>({ trigger = {}, startsOpen = false, reason, ...dialog }: CommandProps<Data>) {
  const [isOpen, setOpen] = useState(startsOpen && !reason)
  const { label = dialog.title, ...look } = trigger
  return (
    <>
      <Button icon={dialog.icon} reason={reason} aria-haspopup="dialog" onClick={() => setOpen(true)} {...look}>
        {label}
      </Button>
      {isOpen && <CommandDialog {...dialog} refusal={reason} onClose={() => setOpen(false)} />}
    </>
  )
}
