import type { ReactNode } from "react"
import { SignOutLink } from "@/components/identity/sign-out-link"
import { SwitchOrganization } from "@/components/portal/switch-organization"
import { PortalShell } from "@/components/shell/portal-shell"
import { PublicShell } from "@/components/shell/public-shell"
import { ViewerZone } from "@/components/shell/viewer-zone"
import { getSignedIn } from "@/lib/identity/sessions"
import { env } from "@/lib/platform/env"
import { getPartner, listOwnPlaces, listOwnStores } from "@/lib/portal/partner"

/** The frame. Each page asks for the person itself; somebody without a place gets the plain frame around "not found". */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const partner = await getPartner()
  const { STORE_NAME } = env()
  if (!partner) {
    return (
      <PublicShell storeName={STORE_NAME} links={<SignOutLink />}>
        {children}
      </PublicShell>
    )
  }
  const { timeZone = "UTC" } = (await getSignedIn()) ?? {}
  const stores = await listOwnStores(partner.hierarchyId)
  const others = (await listOwnPlaces())
    .filter(({ id }) => id !== partner.memberId)
    .map(({ id, hierarchy }) => ({ memberId: id, name: hierarchy.name }))
  return (
    <ViewerZone zone={timeZone}>
      <PortalShell
        storeName={(partner.isChosen && stores.length === 1 && stores[0]?.storeName) || STORE_NAME}
        personName={partner.name}
        organizationName={partner.isChosen ? partner.hierarchyName : null}
        switchOrganization={others.length > 0 && partner.isChosen && <SwitchOrganization current={partner.hierarchyName} others={others} />}
        signOut={<SignOutLink />}
      >
        {children}
      </PortalShell>
    </ViewerZone>
  )
}
