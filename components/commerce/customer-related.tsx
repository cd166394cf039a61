import { Building2, FileCheck2, Network, UserRound } from "lucide-react"
import { Related, type RelatedItem } from "@/components/ui/related"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import type { CustomerDetail } from "@/lib/commerce/customers/queries"
import { customerStatuses } from "@/lib/commerce/customers/rules"
import { memberRoles, memberStatuses } from "@/lib/commerce/hierarchies/rules"
import { prospectStatuses } from "@/lib/commerce/prospects/rules"

/** What belongs to a customer: its counterpart in Sales, hierarchies, people, requests. Empty parts are left out. */
export function CustomerRelated({ customer }: { customer: CustomerDetail }) {
  return (
    <>
      <Part title="Counterpart in Sales" items={counterpart(customer)} />
      <Part title="Customer hierarchy" items={hierarchies(customer)} />
      <Part title="Organization" items={organization(customer)} />
      <Part title="People" items={people(customer)} />
      <Part title="Requests" items={requests(customer)} />
    </>
  )
}

function Part({ title, items }: { title: string; items: readonly RelatedItem[] }) {
  if (items.length === 0) return null
  return (
    <Section title={title} aside={items.length > 1 ? items.length : undefined}>
      <Related items={items} />
    </Section>
  )
}

function counterpart({ salesId, type, name }: CustomerDetail): RelatedItem[] {
  if (!salesId) return []
  const isOrganization = type === "organization"
  const href = isOrganization ? `/sales/accounts/${salesId}` : `/sales/contacts/${salesId}`
  return [{ href, icon: isOrganization ? <Building2 /> : <UserRound />, title: name, sub: isOrganization ? "Account" : "Contact" }]
}

function hierarchies({ hierarchies, memberships }: CustomerDetail): RelatedItem[] {
  const own = hierarchies.map(({ id, number, name, suspendedAt }) => ({
    href: `/commerce/hierarchies/${id}`,
    icon: <Network />,
    title: name,
    sub: number,
    trailing: suspendedAt ? <Status word="Suspended" /> : undefined,
  }))
  const seats = memberships.map(({ hierarchy, role, status }) => ({
    href: `/commerce/hierarchies/${hierarchy.id}`,
    icon: <Network />,
    title: hierarchy.name,
    sub: `${hierarchy.number}, ${memberRoles[role]}`,
    trailing: <Status word={memberStatuses[status]} />,
  }))
  return [...own, ...seats]
}

function organization({ organization: company }: CustomerDetail): RelatedItem[] {
  return company ? [{ href: `/commerce/customers/${company.id}`, icon: <Building2 />, title: company.name, sub: company.number }] : []
}

const people = ({ people: all }: CustomerDetail): RelatedItem[] =>
  all.map(({ id, name, number, status }) => ({
    href: `/commerce/customers/${id}`,
    icon: <UserRound />,
    title: name,
    sub: number,
    trailing: <Status word={customerStatuses[status]} />,
  }))

const requests = ({ organizationOf, requestorOf }: CustomerDetail): RelatedItem[] =>
  [...organizationOf, ...requestorOf].map(({ id, number, companyName, status }) => ({
    href: `/commerce/prospects/${id}`,
    icon: <FileCheck2 />,
    title: number,
    sub: companyName,
    trailing: <Status word={prospectStatuses[status]} />,
  }))
