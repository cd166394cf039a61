import { staffRoute } from "@/lib/identity/staff-route"
import { listOwners } from "@/lib/sales/owners"

/** Everybody who can own a record of Sales, for the filter builder. */
export const GET = staffRoute("lead:read", async () => Response.json(await listOwners()))
