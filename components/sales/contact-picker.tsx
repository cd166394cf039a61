"use client"
import { RecordPicker } from "@/components/shell/record-picker"
import type { FoundContact } from "@/lib/sales/contacts/find-contacts"

type ContactPickerProps = {
  label: string
  hint: string
  given: { id: string | null; name: string }
  onTake: (id: string | null) => void
  error?: string
}

/** A name that may be a contact of ours. */
export function ContactPicker(picker: ContactPickerProps) {
  return (
    <RecordPicker<FoundContact>
      {...picker}
      noun={["contact", "contacts"]}
      path="/api/contacts"
      fewest={3}
      idName="contactId"
      textName="name"
      mark={() => "a contact of ours"}
      more={({ accountName, email }) => [accountName, email].filter(Boolean).join(", ")}
    />
  )
}
