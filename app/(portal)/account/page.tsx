import type { Metadata } from "next"
import { Profile } from "@/components/portal/profile"
import { requirePartner } from "@/lib/portal/partner"

export const metadata: Metadata = { title: "My profile" }

export default async function AccountPage() {
  const { name, email, hierarchyName, role } = await requirePartner("profile:read")
  return <Profile name={name} email={email} organization={hierarchyName} role={role} />
}
