import { staffRoute } from "@/lib/identity/staff-route"
import { listColleagues } from "@/lib/sales/get-story"

/** Everybody who works here, for mentions and tasks. */
export const GET = staffRoute("lead:read", async () => Response.json(await listColleagues()))
