import type { Metadata } from "next"
import { OwnCreditFacts } from "@/components/portal/own-credit"
import { OwnZone } from "@/components/portal/own-zone"
import { Profile } from "@/components/portal/profile"
import { getSignedIn } from "@/lib/identity/sessions"
import { zoneText } from "@/lib/platform/zone"
import { getOwnCredit } from "@/lib/portal/credit"
import { requirePartner } from "@/lib/portal/partner"

export const metadata: Metadata = { title: "My profile" }

export default async function AccountPage() {
  const partner = await requirePartner("profile:read")
  const { name, email, hierarchyName, role } = partner
  const own = await getOwnCredit(partner, new Date())
  const { timeZone = "UTC", ownZone = null } = (await getSignedIn()) ?? {}
  const zone = <OwnZone own={ownZone} zone={timeZone} text={zoneText(timeZone, Date.now())} />
  const credit = own && <OwnCreditFacts {...own} />
  return <Profile name={name} email={email} organization={hierarchyName} role={role} zone={zone} credit={credit} />
}
