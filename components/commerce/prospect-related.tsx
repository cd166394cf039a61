import { Building2, Merge, Network, Target, UserPlus, UserRound } from "lucide-react"
import { Related, type RelatedItem } from "@/components/ui/related"
import { Status } from "@/components/ui/status"
import { customerStatuses } from "@/lib/commerce/customers/rules"
import type { ProspectDetail } from "@/lib/commerce/prospects/queries"

/** Links to the counterparts in Sales, the customers and the hierarchy of a prospect. */
export function ProspectRelated({ prospect }: { prospect: ProspectDetail }) {
  const { leadId, opportunityId, salesStage, companyName, organization, requestor, hierarchy } = prospect
  const items: RelatedItem[] = []
  if (prospect.mergedInto) {
    const { id, number } = prospect.mergedInto
    items.push({
      href: `/commerce/prospects/${id}`,
      icon: <Merge />,
      title: number,
      sub: prospect.mergedInto.companyName,
      trailing: "Decides",
    })
  }
  if (leadId) {
    items.push({
      href: `/sales/leads/${leadId}`,
      icon: <UserPlus />,
      title: "Lead",
      sub: companyName,
      trailing: opportunityId ? null : (salesStage ?? undefined),
    })
  }
  if (opportunityId) {
    items.push({
      href: `/sales/opportunities/${opportunityId}`,
      icon: <Target />,
      title: "Opportunity",
      sub: companyName,
      trailing: salesStage ?? undefined,
    })
  }
  for (const [customer, icon, word] of [
    [organization, <Building2 key="o" />, "Organization"],
    [requestor, <UserRound key="p" />, "Person"],
  ] as const) {
    if (!customer) continue
    items.push({
      href: `/commerce/customers/${customer.id}`,
      icon,
      title: customer.name,
      sub: `${customer.number}, ${word}`,
      trailing: <Status word={customerStatuses[customer.status]} />,
    })
  }
  if (hierarchy) {
    items.push({
      href: `/commerce/hierarchies/${hierarchy.id}`,
      icon: <Network />,
      title: hierarchy.number,
      sub: "Customer hierarchy",
      trailing: hierarchy.suspendedAt ? <Status word="Suspended" /> : undefined,
    })
  }
  if (items.length === 0) return <p className="text-ink-3">No counterpart yet. Approve creates the customers and the hierarchy.</p>
  return <Related items={items} />
}
