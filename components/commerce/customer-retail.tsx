import { RecordLink } from "@/components/shell/record-link"
import { Facts } from "@/components/ui/facts"
import { Section } from "@/components/ui/section"
import { customerFields } from "@/lib/commerce/customers/fields"
import type { CustomerDetail } from "@/lib/commerce/customers/queries"

/** **Retail**: the hierarchies that a customer belongs to, and whether it administers one of them. */
export function CustomerRetail({ customer: { type, hierarchies, memberships } }: { customer: CustomerDetail }) {
  const all = [...hierarchies, ...memberships.map(({ hierarchy }) => hierarchy)]
  const administered = memberships.filter(({ role, status }) => role === "admin" && status !== "disabled")
  const ids = all.map(({ id, number }) => (
    <span key={id} className="block">
      <RecordLink kind="hierarchy" id={id}>
        {number}
      </RecordLink>
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
