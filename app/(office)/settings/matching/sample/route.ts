import { staffRoute } from "@/lib/identity/staff-route"
import { getSample } from "@/lib/sales/matching/get-sample"

/** Recent records to rehearse changed matching rules on. */
export const GET = staffRoute("matching:read", async () => Response.json(await getSample()))
