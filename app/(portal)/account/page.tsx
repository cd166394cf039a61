import type { Metadata } from "next"
import { OwnCreditFacts } from "@/components/portal/own-credit"
import { Profile } from "@/components/portal/profile"
import { getOwnCredit } from "@/lib/portal/credit"
import { requirePartner } from "@/lib/portal/partner"

export const metadata: Metadata = { title: "My profile" }

export default async function AccountPage() {
  const partner = await requirePartner("profile:read")
  const { name, email, hierarchyName, role } = partner
  const own = await getOwnCredit(partner, new Date())
  return <Profile name={name} email={email} organization={hierarchyName} role={role} credit={own && <OwnCreditFacts {...own} />} />
}
