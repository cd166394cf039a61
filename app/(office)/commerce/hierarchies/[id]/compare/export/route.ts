import { exportComparison } from "@/lib/exchange/export-comparison"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"

/** A section of the side-by-side view, as a file. */
export const GET = staffRoute("list:export", (staff, request, { id = "" }) => exportComparison(staff, id, request, wallClock))
