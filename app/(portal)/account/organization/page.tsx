import type { Metadata } from "next"
import Link from "next/link"
import { OrganizationDetails } from "@/components/portal/organization-details"
import { OrganizationCredit } from "@/components/portal/own-credit"
import { formatAddress } from "@/lib/platform/address"
import { getOwnCredit } from "@/lib/portal/credit"
import { listOwnStores, requirePartner } from "@/lib/portal/partner"
import { getOrganization } from "@/lib/portal/queries"

export const metadata: Metadata = { title: "Organization" }

export default async function OrganizationPage() {
  const partner = await requirePartner("organization:read")
  const [{ organization, hierarchy }, own, stores] = await Promise.all([
    getOrganization(partner),
    getOwnCredit(partner, new Date()),
    listOwnStores(partner.hierarchyId),
  ])
  const { country, street, street2, city, stateProvince, postalCode } = organization
  const lines = country ? formatAddress({ country, street: street ?? "", street2, city: city ?? "", stateProvince, postalCode }) : []
  return (
    <OrganizationDetails
      organization={organization}
      hierarchy={hierarchy}
      stores={stores}
      addressLines={lines}
      credit={
        <OrganizationCredit credit={own?.credit ?? null}>
          <Link className="link" href="/account/credit">
            Account credit
          </Link>
        </OrganizationCredit>
      }
    />
  )
}
