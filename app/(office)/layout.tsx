import type { ReactNode } from "react"
import { SignOutItem } from "@/components/identity/sign-out-item"
import { OfficeShell } from "@/components/shell/office-shell"
import { requireStaff } from "@/lib/identity/actor"
import { officeNav } from "@/lib/office-nav"
import { getOfficeCounts } from "@/lib/sync/office-counts"

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff("home:read")
  const { leads, opportunities, prospects, integration } = await getOfficeCounts(staff.id)
  return (
    <OfficeShell
      person={{ name: staff.name, roleName: staff.role }}
      nav={officeNav(staff.staffRole, { leads: leads.open, opportunities: opportunities.open, prospects: prospects.pending })}
      integration={integration}
      signOut={<SignOutItem />}
    >
      {children}
    </OfficeShell>
  )
}
