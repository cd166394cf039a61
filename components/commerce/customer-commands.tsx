"use client"
import { Archive, ArchiveRestore, ReceiptText } from "lucide-react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { archiveCustomer, chooseInvoiceAccount, reactivateCustomer } from "@/lib/commerce/actions"
import type { CustomerStatus } from "@/lib/commerce/customers/rules"
import type { CustomerRefusals } from "./customer-view"

type Customer = { id: string; number: string; name: string }

/** The commands of a customer's record: Archive, or Reactivate where it is archived. */
export function CustomerCommands({ customer, refusals }: { customer: Customer & { status: CustomerStatus }; refusals: CustomerRefusals }) {
  const { id, number, name, status } = customer
  if (status === "archived") {
    return (
      <Command
        title="Reactivate"
        icon={<ArchiveRestore aria-hidden="true" />}
        reason={refusals.reactivate}
        sentence={`Makes ${number}, ${name}, what it was before it was archived.`}
        busyWord="Reactivating"
        action={reactivateCustomer}
        hidden={{ customerId: id }}
        news={(done) => ({ title: `${done.number} is ${done.status}` })}
      />
    )
  }
  return (
    <Command
      title="Archive"
      icon={<Archive aria-hidden="true" />}
      trigger={{ tone: "ghost" }}
      reason={refusals.archive}
      sentence={`Archives ${number}, ${name}: it is read-only from then on, and gives its email back. Reactivate undoes it.`}
      busyWord="Archiving"
      action={archiveCustomer}
      hidden={{ customerId: id }}
      news={(done) => ({ title: `${done.number} archived` })}
    >
      {(errors) => (
        <Field label="Reason" error={errors.reason}>
          {(control) => <Textarea {...control} name="reason" rows={3} maxLength={500} />}
        </Field>
      )}
    </Command>
  )
}

/** The command Choose invoice account; refused, with the reason, where a seat in a hierarchy decides it. */
export function ChooseInvoiceAccount({
  customer: { id, number },
  payer,
  reason,
}: {
  customer: Customer
  payer: string
  reason: string | null
}) {
  return (
    <Command
      title="Choose invoice account"
      icon={<ReceiptText aria-hidden="true" />}
      trigger={{ size: "s" }}
      reason={reason}
      sentence={`Says which organization gets the invoices of ${number}. Left empty, it gets its own.`}
      busyWord="Saving"
      action={chooseInvoiceAccount}
      hidden={{ customerId: id }}
      news={() => ({ title: "Saved" })}
    >
      {(errors) => (
        <Field label="Customer number" mark="optional" error={errors.number}>
          {(control) => (
            <TextInput {...control} name="number" maxLength={40} autoComplete="off" defaultValue={payer} placeholder="CUS-000001" />
          )}
        </Field>
      )}
    </Command>
  )
}
