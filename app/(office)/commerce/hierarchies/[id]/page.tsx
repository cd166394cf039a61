import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CreditSection } from "@/components/commerce/credit/credit-section"
import { HierarchyRecord } from "@/components/commerce/hierarchy-record"
import { roleRefusal } from "@/components/shell/role-refusal"
import { stepOf } from "@/components/shell/step-of"
import { listChannelChoices } from "@/lib/commerce/channels/queries"
import { getCreditSummary } from "@/lib/commerce/credit/queries"
import { getDrift } from "@/lib/commerce/drift/queries"
import { getHierarchy, hierarchyNeighbours, listPeopleToAdd } from "@/lib/commerce/hierarchies/queries"
import { hierarchyList } from "@/lib/commerce/hierarchies/views"
import { getLedgers } from "@/lib/commerce/ledgers"
import { listOverrides } from "@/lib/commerce/side-by-side/queries"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import type { SearchParams } from "@/lib/platform/list-query"
import { openQuery } from "@/lib/views/open-list"

type HierarchyPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: HierarchyPageProps): Promise<Metadata> {
  await requireStaff("hierarchy:read")
  return { title: (await getHierarchy((await params).id))?.name ?? "Not found" }
}

export default async function HierarchyPage({ params, searchParams }: HierarchyPageProps) {
  const staff = await requireStaff("hierarchy:read")
  const { id } = await params
  const hierarchy = await getHierarchy(id)
  if (!hierarchy) notFound()
  const { organization } = hierarchy
  const policy = { followsDefault: hierarchy.driftFollowsDefault, sections: hierarchy.driftSections }
  const query = await openQuery(hierarchyList, staff, await searchParams)
  const [ledgers, channels, people, drift, overrides, around, credit] = await Promise.all([
    getLedgers(id),
    listChannelChoices(hierarchy),
    listPeopleToAdd(id),
    getDrift(id, policy),
    listOverrides(id),
    hierarchyNeighbours(staff, query, id),
    getCreditSummary(organization.id),
  ])
  const reason = roleRefusal(staff.staffRole, "credit:edit", "set credit")
  return (
    <HierarchyRecord
      hierarchy={hierarchy}
      channels={channels}
      people={people}
      drift={drift}
      overrides={overrides}
      step={stepOf("customer hierarchy", hierarchyList, query, around)}
      ledgers={ledgers}
      now={new Date()}
      mayRetry={may(staff.staffRole, "mail:retry")}
      refusedByRole={roleRefusal(staff.staffRole, "member:edit", "change customer hierarchies")}
      credit={may(staff.staffRole, "credit:read") && <CreditSection credit={credit} name={organization.name} reason={reason} />}
    />
  )
}
