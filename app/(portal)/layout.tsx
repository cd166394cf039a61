import type { ReactNode } from "react"
import { SignOutLink } from "@/components/identity/sign-out-link"
import { PortalShell } from "@/components/shell/portal-shell"
import { PublicShell } from "@/components/shell/public-shell"
import { env } from "@/lib/platform/env"
import { getPartner } from "@/lib/portal/partner"

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
  return (
    <PortalShell storeName={STORE_NAME} personName={partner.name} organizationName={partner.hierarchyName} signOut={<SignOutLink />}>
      {children}
    </PortalShell>
  )
}
