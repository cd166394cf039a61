import type { ReactNode } from "react"
import { PortalFacts } from "@/components/portal/portal-facts"
import { PortalTitle } from "@/components/portal/portal-title"
import { Moment } from "@/components/ui/time"

type OrganizationDetailsProps = {
  organization: { number: string; name: string; website: string | null; taxId: string | null; phone: string | null }
  hierarchy: { number: string; name: string; purpose: string; members: number; createdAt: Date }
  /** Where the partner is a customer, each with its address on the web or "". */
  stores: readonly { storeName: string; storeUrl: string }[]
  /** The address as its country writes it. */
  addressLines: readonly string[]
  credit: ReactNode
}

/** The partner's organization: the company as the store knows it, and the hierarchy that its users belong to. */
export function OrganizationDetails({ organization, hierarchy, stores, addressLines, credit }: OrganizationDetailsProps) {
  return (
    <>
      <PortalTitle intro="What the store keeps about your company.">Organization</PortalTitle>
      <PortalFacts
        title="Company"
        facts={[
          { label: "Company name", value: organization.name },
          { label: "Customer number", value: organization.number },
          {
            label: "Business address",
            value: addressLines.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            )),
          },
          { label: "Phone", value: organization.phone },
          { label: "Website", value: organization.website },
          { label: "Tax ID", value: organization.taxId },
        ]}
      />
      {credit}
      <PortalFacts
        title="Customer hierarchy"
        facts={[
          { label: "ID", value: hierarchy.number },
          { label: "Name", value: hierarchy.name },
          { label: "Purpose", value: hierarchy.purpose },
          { label: stores.length === 1 ? "Store" : "Stores", value: stores.map((store) => <StoreLine key={store.storeName} {...store} />) },
          { label: "Users", value: String(hierarchy.members) },
          { label: "Partner since", value: <Moment at={hierarchy.createdAt} style="date" /> },
        ]}
      />
    </>
  )
}

function StoreLine({ storeName, storeUrl }: { storeName: string; storeUrl: string }) {
  return (
    <span className="block not-first:pt-1.5">
      {storeUrl ? (
        <a className="link" href={storeUrl}>
          {storeName}
        </a>
      ) : (
        storeName
      )}
    </span>
  )
}
