import { listColleagues } from "@/lib/identity/list-colleagues"
import { staffRoute } from "@/lib/identity/staff-route"

/** Everybody who works here, for mentions and tasks. */
export const GET = staffRoute("lead:read", async () => Response.json(await listColleagues()))
