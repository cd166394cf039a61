import { listOwners } from "@/lib/commerce/owners"
import { staffRoute } from "@/lib/identity/staff-route"

/** Everybody who can own a prospect, for cells, filters and runs. */
export const GET = staffRoute("prospect:read", async () => Response.json(await listOwners()))
