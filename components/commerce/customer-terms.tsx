import { EditSection } from "@/components/shell/edit/edit-section"
import { RecordLink } from "@/components/shell/record-link"
import { customerFields } from "@/lib/commerce/customers/fields"
import { customerStatuses } from "@/lib/commerce/customers/rules"
import { ChooseInvoiceAccount } from "./customer-commands"
import { type CustomerView, customerRows, editedCustomer } from "./customer-view"

/** **Invoice and delivery**, **Pricing** and **Status** of a customer, edited where they stand. */
export function CustomerTerms({ view }: { view: CustomerView }) {
  const { customer, refusals } = view
  const { row, plain } = customerRows(view)
  const record = editedCustomer(view)
  const { invoiceAccount } = customer
  const payer = invoiceAccount ? (
    <>
      <RecordLink kind="customer" id={invoiceAccount.id}>
        {invoiceAccount.number}
      </RecordLink>{" "}
      {invoiceAccount.name}
    </>
  ) : (
    "Its own"
  )
  return (
    <>
      <EditSection
        wide
        title="Invoice and delivery"
        command="Edit terms"
        record={record}
        rows={[
          row("paymentTerms"),
          row("paymentMethod"),
          row("deliveryTerms"),
          row("deliveryMode"),
          plain(customerFields.invoiceAccount.label, payer),
        ]}
      >
        <div className="mt-3">
          <ChooseInvoiceAccount customer={customer} payer={invoiceAccount?.number ?? ""} reason={refusals.invoiceAccount} />
        </div>
      </EditSection>
      <EditSection wide title="Pricing" record={record} rows={[row("priceGroup"), row("discountGroup"), row("currency")]} />
      <EditSection
        wide
        title="Status"
        record={record}
        rows={[plain("Status", customerStatuses[customer.status]), row("hold"), row("holdReason")]}
      />
    </>
  )
}
