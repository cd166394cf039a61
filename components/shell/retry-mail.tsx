"use client"
import { RotateCw } from "lucide-react"
import { CommandButton } from "@/components/shell/command-button"
import { retryMail } from "@/lib/mail/actions"

/** Sends a mail that has failed once more. */
export function RetryMail({ mailId }: { mailId: string }) {
  return (
    <CommandButton action={retryMail} input={{ mailId }} icon={<RotateCw aria-hidden="true" />} done="The mail is on its way again">
      Retry
    </CommandButton>
  )
}
