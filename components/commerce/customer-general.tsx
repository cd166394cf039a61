import { EditSection } from "@/components/shell/edit/edit-section"
import { EmailLink, PhoneLink, WebsiteLink } from "@/components/shell/edit/fact-links"
import { RecordLink } from "@/components/shell/record-link"
import { Moment } from "@/components/ui/time"
import { formatPhone } from "@/lib/platform/phone"
import { CustomerContactInfos } from "./customer-contact-infos"
import { type CustomerView, customerRows, editedCustomer } from "./customer-view"

/** **General** of a customer, edited where it stands; what Sales shares goes there in the same moment. */
export function CustomerGeneral({ view }: { view: CustomerView }) {
  const { customer } = view
  const { row, joined, plain } = customerRows(view)
  const { organization } = customer
  const company = organization && (
    <RecordLink kind="customer" id={organization.id}>
      {organization.name}
    </RecordLink>
  )
  return (
    <EditSection
      wide
      title="General"
      record={editedCustomer(view)}
      rows={[
        ...(customer.type === "person" ? [joined("Name", ["firstName", "lastName"], " "), plain("Organization", company)] : [row("name")]),
        row("searchName"),
        row("language"),
        row("customerGroup"),
        row("note", customer.note && <span className="whitespace-pre-line">{customer.note}</span>),
        plain("Created", <Moment at={customer.createdAt} />),
      ]}
    />
  )
}

/** **Contact information**: the primary email and phone, which Sales has too, and the others. */
export function CustomerContact({ view }: { view: CustomerView }) {
  const { customer } = view
  const { row } = customerRows(view)
  return (
    <EditSection
      wide
      title="Contact information"
      command="Edit contact"
      record={editedCustomer(view)}
      rows={[
        row("email", customer.email && <EmailLink email={customer.email} />, "Primary email"),
        row("phone", customer.phone && <PhoneLink phone={customer.phone} shown={formatPhone(customer.phone)} />, "Primary phone"),
        ...(customer.type === "organization" ? [row("website", customer.website && <WebsiteLink website={customer.website} />)] : []),
      ]}
    >
      <CustomerContactInfos customerId={customer.id} infos={customer.contactInfos} reason={view.refusals.edit} />
    </EditSection>
  )
}
