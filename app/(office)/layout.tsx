import type { ReactNode } from "react"
import { RunsBadge } from "@/components/bulk/runs-badge"
import { PreviewItems } from "@/components/identity/preview-items"
import { PreviewStrip } from "@/components/identity/preview-strip"
import { SignOutItem } from "@/components/identity/sign-out-item"
import { ZoneItem } from "@/components/identity/zone-item"
import { PaletteButton } from "@/components/search/palette-button"
import { Bell } from "@/components/shell/bell"
import { OfficeShell } from "@/components/shell/office-shell"
import { ViewerZone } from "@/components/shell/viewer-zone"
import { requireStaff } from "@/lib/identity/actor"
import { may, ownRole, previewedRole, roleName, staffRoles } from "@/lib/identity/permissions"
import { getSignedIn } from "@/lib/identity/sessions"
import { officeNav } from "@/lib/office-nav"
import { getOfficeCounts } from "@/lib/sync/office-counts"

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff("home:read")
  const { leads, opportunities, prospects, integration, unread, approvals, runs } = await getOfficeCounts(staff.id)
  const [own, previewed] = [ownRole(staff.staffRole), previewedRole(staff.staffRole)]
  const counts = { leads: leads.open, opportunities: opportunities.open, prospects: prospects.pending, approvals }
  const nav = officeNav(staff.staffRole, counts)
  const { ownZone = null, timeZone = "UTC" } = (await getSignedIn()) ?? {}
  const whyNoZone = previewed && `You are previewing as ${roleName(previewed)}. Stop the preview to act.`
  return (
    <ViewerZone zone={timeZone}>
      <OfficeShell
        person={{ id: staff.id, name: staff.name, roleName: staff.role }}
        nav={nav}
        integration={integration}
        signOut={<SignOutItem />}
        notice={previewed && <PreviewStrip role={previewed} own={own} />}
        personItems={
          <>
            {!previewed && may(own, "role:preview") && <PreviewItems roles={staffRoles.filter((role) => role !== own)} />}
            <ZoneItem own={ownZone} zone={timeZone} reason={whyNoZone} />
          </>
        }
        tools={
          <>
            <PaletteButton pages={nav.flatMap(({ area, items }) => items.map(({ label, href }) => ({ label, href, area })))} />
            <RunsBadge runs={runs} />
            <Bell unread={unread} />
          </>
        }
      >
        {children}
      </OfficeShell>
    </ViewerZone>
  )
}
