import { RecordLink } from "@/components/shell/record-link"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { customerFields } from "@/lib/commerce/customers/fields"
import type { CustomerDetail } from "@/lib/commerce/customers/queries"
import { belongingWords } from "@/lib/commerce/hierarchies/belonging"

type CustomerRetailProps = { customer: CustomerDetail; channelNames: Readonly<Record<string, string>> }

/** **Retail**: the hierarchies that a customer belongs to with their channels, and whether it administers one of them. */
export function CustomerRetail({ customer, channelNames }: CustomerRetailProps) {
  const { type, hierarchies, memberships } = customer
  const all = [...hierarchies, ...memberships.map(({ hierarchy }) => hierarchy)]
  const administered = memberships.filter(({ role, status }) => role === "admin" && status !== "disabled")
  const ids = all.map(({ id, number, ...belonging }) => (
    <span key={id} className="block wrap-anywhere">
      <RecordLink kind="hierarchy" id={id}>
        {number}
      </RecordLink>
      , {belongingWords(belonging, channelNames)}
    </span>
  ))
  const admin = administered.length > 0 ? `Yes, of ${administered.map(({ hierarchy }) => hierarchy.number).join(", ")}` : "No"
  return (
    <Section title="Retail">
      <Facts
        wide
        items={[
          { label: customerFields.hierarchy.label, value: ids.length > 0 ? ids : "None" },
          ...(type === "person" ? [{ label: customerFields.b2bAdministrator.label, value: admin }] : []),
        ]}
      />
    </Section>
  )
}
