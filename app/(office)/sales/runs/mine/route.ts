import { staffRoute } from "@/lib/identity/staff-route"
import { listRunsUnderWay } from "@/lib/platform/runs-under-way"

/** One's own runs that are under way. */
export const GET = staffRoute("lead:read", async (staff) => Response.json(await listRunsUnderWay(staff.id)))
