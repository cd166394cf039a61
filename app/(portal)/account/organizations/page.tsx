import type { Metadata } from "next"
import { ChooseOrganization } from "@/components/portal/choose-organization"
import { memberRoles } from "@/lib/commerce/hierarchies/rules"
import { listOwnPlaces, requirePartner } from "@/lib/portal/partner"

export const metadata: Metadata = { title: "Your organizations" }

export default async function OrganizationsPage() {
  const { memberId, isChosen } = await requirePartner("organization:choose")
  const places = await listOwnPlaces()
  const organizations = places.map(({ id, role, hierarchy, outlet }) => ({
    memberId: id,
    name: hierarchy.name,
    role: memberRoles[role],
    outlet: outlet?.customer.name ?? null,
    isCurrent: isChosen && id === memberId,
  }))
  return <ChooseOrganization organizations={organizations} isAsked={!isChosen} />
}
