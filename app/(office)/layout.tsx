import type { ReactNode } from "react"
import { SignOutItem } from "@/components/identity/sign-out-item"
import { OfficeShell } from "@/components/shell/office-shell"
import { countPendingProspects } from "@/lib/commerce/prospects/count-pending"
import { requireStaff } from "@/lib/identity/actor"
import { officeNav } from "@/lib/office-nav"
import { countOpenLeads, countOpenOpportunities } from "@/lib/sales/count-open"
import { getIntegrationState } from "@/lib/sync/integration-state"

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff("home:read")
  const [leads, opportunities, prospects, integration] = await Promise.all([
    countOpenLeads(),
    countOpenOpportunities(),
    countPendingProspects(),
    getIntegrationState(),
  ])
  return (
    <OfficeShell
      person={{ name: staff.name, roleName: staff.role }}
      nav={officeNav(staff.staffRole, { leads, opportunities, prospects })}
      integration={integration}
      signOut={<SignOutItem />}
    >
      {children}
    </OfficeShell>
  )
}
