import type { Metadata } from "next"
import { OrganizationUsers } from "@/components/portal/organization-users"
import { listOwnSpending } from "@/lib/portal/credit"
import { requirePartner } from "@/lib/portal/partner"
import { partnerMay } from "@/lib/portal/permissions"
import { listOrganizationUsers } from "@/lib/portal/queries"

export const metadata: Metadata = { title: "Organization users" }

type Search = { q?: string | string[] }

export default async function UsersPage({ searchParams }: { searchParams: Promise<Search> }) {
  const partner = await requirePartner("users:read")
  const { q } = await searchParams
  const search = typeof q === "string" ? q.slice(0, 200) : ""
  const [found, spending] = await Promise.all([listOrganizationUsers(partner, search), listOwnSpending(partner, new Date())])
  const mayEdit = partnerMay(partner.memberRole, "users:edit")
  return <OrganizationUsers organization={partner.hierarchyName} search={search} mayEdit={mayEdit} spending={spending} {...found} />
}
