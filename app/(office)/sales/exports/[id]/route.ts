import { getExport } from "@/lib/exchange/export-run"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { isRecordId } from "@/lib/platform/record-href"

/** How far one's own export has come; null while it has not begun. */
export const GET = staffRoute("list:export", async (staff, _request, { id = "" }) =>
  Response.json(isRecordId(id) ? await getExport(staff.id, id, wallClock()) : null),
)
