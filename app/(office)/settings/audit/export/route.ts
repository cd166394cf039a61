import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { readListQuery } from "@/lib/platform/list-query"
import { exportAudit } from "@/lib/settings/audit/export-audit"
import { auditList } from "@/lib/settings/audit/list"

export const GET = staffRoute("audit:read", async (staff, request) => {
  const query = readListQuery(auditList, Object.fromEntries(new URL(request.url).searchParams))
  return exportAudit(staff, query, request, wallClock)
})
