import { EditSection } from "@/components/shell/edit/edit-section"
import { type EditedRecord, type EditRow, editRows } from "@/components/shell/edit/edit-view"
import { EmailLink, Lines, PhoneLink, WebsiteLink } from "@/components/shell/edit/fact-links"
import { RecordLink } from "@/components/shell/record-link"
import { formatPhone } from "@/lib/platform/phone"
import { accountEditables } from "@/lib/sales/accounts/editables"
import type { AccountDetail } from "@/lib/sales/accounts/queries"
import { contactEditables } from "@/lib/sales/contacts/editables"
import type { ContactDetail } from "@/lib/sales/contacts/queries"
import { addressLines } from "../address-lines"

const edited = (kind: "account" | "contact", { id, version }: { id: string; version: number }, refusal: string | null): EditedRecord => ({
  kind,
  id,
  version,
  refusal,
  currency: "EUR",
  historyHref: `/sales/${kind}s/${id}/history`,
})

type Counterpart = { customerId: string | null; customerNumber: string | null }

function customerRow({ customerId, customerNumber }: Counterpart): EditRow[] {
  if (!customerId || !customerNumber) return []
  const shown = (
    <RecordLink kind="customer" id={customerId}>
      {customerNumber}
    </RecordLink>
  )
  return [{ label: "Customer", shown, fields: [] }]
}

/** **Company** of an account, edited where it stands; what Commerce shares goes there in the same moment. */
export function AccountCompany({ account, refusal }: { account: AccountDetail; refusal: string | null }) {
  const { row, joined } = editRows(accountEditables, account)
  const lines = addressLines(account)
  return (
    <EditSection
      title="Company"
      record={edited("account", account, refusal)}
      rows={[
        row("name", undefined, "Name"),
        ...customerRow(account),
        row("website", account.website && <WebsiteLink website={account.website} />),
        row("email", account.email && <EmailLink email={account.email} />),
        row("phone", account.phone && <PhoneLink phone={account.phone} shown={formatPhone(account.phone)} />),
        row("taxId"),
        joined(
          "Address",
          ["street", "street2", "postalCode", "city", "stateProvince", "country"],
          ", ",
          lines.length > 0 ? <Lines lines={lines} /> : null,
        ),
      ]}
    />
  )
}

/** **Contact** of a contact, edited where it stands; what Commerce shares goes there in the same moment. */
export function ContactPerson({ contact, refusal }: { contact: ContactDetail; refusal: string | null }) {
  const { row, joined } = editRows(contactEditables, contact)
  return (
    <EditSection
      title="Contact"
      record={edited("contact", contact, refusal)}
      rows={[
        joined("Name", ["firstName", "lastName"], " "),
        row("jobTitle"),
        row("email", contact.email && <EmailLink email={contact.email} />),
        row("phone", contact.phone && <PhoneLink phone={contact.phone} shown={formatPhone(contact.phone)} />),
        row("language"),
        ...customerRow(contact),
      ]}
    />
  )
}
