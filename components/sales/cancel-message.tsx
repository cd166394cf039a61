"use client"
import { CommandButton } from "@/components/shell/command-button"
import { cancelMessage } from "@/lib/mail/actions"

/** Keeps an email from leaving that still waits. */
export function CancelMessage({ mailId, reason }: { mailId: string; reason: string | null }) {
  return (
    <CommandButton action={cancelMessage} input={{ mailId }} done="Email canceled" reason={reason}>
      Cancel
    </CommandButton>
  )
}
