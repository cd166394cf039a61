import type { ReactNode } from "react"
import { SignOutItem } from "@/components/identity/sign-out-item"
import { PaletteButton } from "@/components/search/palette-button"
import { OfficeShell } from "@/components/shell/office-shell"
import { requireStaff } from "@/lib/identity/actor"
import { officeNav } from "@/lib/office-nav"
import { getOfficeCounts } from "@/lib/sync/office-counts"

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff("home:read")
  const { leads, opportunities, prospects, integration } = await getOfficeCounts(staff.id)
  const nav = officeNav(staff.staffRole, { leads: leads.open, opportunities: opportunities.open, prospects: prospects.pending })
  return (
    <OfficeShell
      person={{ id: staff.id, name: staff.name, roleName: staff.role }}
      nav={nav}
      integration={integration}
      signOut={<SignOutItem />}
      tools={<PaletteButton pages={nav.flatMap(({ area, items }) => items.map(({ label, href }) => ({ label, href, area })))} />}
    >
      {children}
    </OfficeShell>
  )
}
