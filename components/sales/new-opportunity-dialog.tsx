"use client"
import { Plus } from "lucide-react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { TypedFields } from "@/components/shell/edit/typed-fields"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { newOpportunity } from "@/lib/sales/actions"
import { opportunityEditables } from "@/lib/sales/opportunities/editables"
import { useMade } from "./use-made"

const keys = ["topic", "revenue", "closeDate", "probability"] as const

export type NewOpportunityOf = { accountId: string; accountName: string; contacts: readonly { id: string; name: string }[] }

/** **New opportunity**: another sale with an account that is known. */
export function NewOpportunityDialog({ of, onClose }: { of: NewOpportunityOf; onClose: () => void }) {
  const made = useMade("opportunity")
  return (
    <CommandDialog
      title="New opportunity"
      icon={<Plus aria-hidden="true" />}
      busyWord="Making"
      sentence={
        <>
          Opens an opportunity with <b>{of.accountName}</b> at Qualify that is yours. It decides no request in Commerce.
        </>
      }
      action={newOpportunity}
      hidden={{ accountId: of.accountId }}
      onClose={onClose}
      news={made}
    >
      {(errors) => (
        <>
          <Field label="Contact" error={errors.contactId}>
            {(control) => (
              <Select {...control} name="contactId" options={of.contacts.map(({ id, name }) => ({ value: id, label: name }))} />
            )}
          </Field>
          <TypedFields editables={opportunityEditables} keys={keys} errors={errors} />
        </>
      )}
    </CommandDialog>
  )
}
