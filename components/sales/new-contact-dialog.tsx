"use client"
import { Plus } from "lucide-react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { TypedFields } from "@/components/shell/edit/typed-fields"
import { newContact } from "@/lib/sales/actions"
import { contactEditables } from "@/lib/sales/contacts/editables"
import { useMade } from "./use-made"

const keys = ["firstName", "lastName", "jobTitle", "email", "phone"] as const

export type NewContactOf = { accountId: string; accountName: string }

/** **New contact**: another person of an account. */
export function NewContactDialog({ of, onClose }: { of: NewContactOf; onClose: () => void }) {
  const made = useMade("contact")
  return (
    <CommandDialog
      title="New contact"
      icon={<Plus aria-hidden="true" />}
      busyWord="Making"
      sentence={
        <>
          Makes a contact of <b>{of.accountName}</b> that is yours. One address is one contact.
        </>
      }
      action={newContact}
      hidden={{ accountId: of.accountId }}
      onClose={onClose}
      news={made}
    >
      {(errors) => <TypedFields editables={contactEditables} keys={keys} errors={errors} />}
    </CommandDialog>
  )
}
