import type { Metadata } from "next"
import { CreditRequest } from "@/components/portal/credit-request"
import { OrganizationDetails } from "@/components/portal/organization-details"
import { OrganizationCredit } from "@/components/portal/own-credit"
import { getCreditRequest } from "@/lib/commerce/credit/requests/queries"
import { formatAddress } from "@/lib/platform/address"
import { getOwnCredit } from "@/lib/portal/credit"
import { listOwnStores, requirePartner } from "@/lib/portal/partner"
import { partnerMay } from "@/lib/portal/permissions"
import { getOrganization } from "@/lib/portal/queries"

export const metadata: Metadata = { title: "Organization" }

export default async function OrganizationPage() {
  const partner = await requirePartner("organization:read")
  const [{ organization, hierarchy }, own, stores] = await Promise.all([
    getOrganization(partner),
    getOwnCredit(partner, new Date()),
    listOwnStores(partner.hierarchyId),
  ])
  const request = await getCreditRequest(organization.id)
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
          <CreditRequest
            request={request}
            currency={own?.credit.currency ?? request?.currency ?? null}
            mayAsk={partnerMay(partner.memberRole, "credit:ask")}
          />
        </OrganizationCredit>
      }
    />
  )
}
