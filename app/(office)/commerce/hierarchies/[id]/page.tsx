import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { HierarchyRecord } from "@/components/commerce/hierarchy-record"
import { roleRefusal } from "@/components/shell/role-refusal"
import { getHierarchy } from "@/lib/commerce/hierarchies/queries"
import { getLedgers } from "@/lib/commerce/ledgers"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { isRecordId } from "@/lib/platform/record-href"

export const metadata: Metadata = { title: "Customer hierarchy" }

export default async function HierarchyPage({ params }: { params: Promise<{ id: string }> }) {
  const staff = await requireStaff("hierarchy:read")
  const { id } = await params
  const hierarchy = isRecordId(id) ? await getHierarchy(id) : null
  if (!hierarchy) notFound()
  const ledgers = await getLedgers(id)
  return (
    <HierarchyRecord
      hierarchy={hierarchy}
      ledgers={ledgers}
      now={new Date()}
      mayRetry={may(staff.staffRole, "mail:retry")}
      refusedByRole={roleRefusal(staff.staffRole, "member:edit", "change customer hierarchies")}
    />
  )
}
