import type { Metadata } from "next"
import { OrganizationDetails } from "@/components/portal/organization-details"
import { formatAddress } from "@/lib/platform/address"
import { requirePartner } from "@/lib/portal/partner"
import { getOrganization } from "@/lib/portal/queries"

export const metadata: Metadata = { title: "Organization" }

export default async function OrganizationPage() {
  const partner = await requirePartner("organization:read")
  const { organization, hierarchy } = await getOrganization(partner)
  const { country, street, street2, city, stateProvince, postalCode } = organization
  const lines = country ? formatAddress({ country, street: street ?? "", street2, city: city ?? "", stateProvince, postalCode }) : []
  return <OrganizationDetails organization={organization} hierarchy={hierarchy} addressLines={lines} />
}
