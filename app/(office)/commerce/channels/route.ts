import { channelNames } from "@/lib/commerce/channels/queries"
import { staffRoute } from "@/lib/identity/staff-route"

/** Every storefront by its code, for the filter builder. */
export const GET = staffRoute("prospect:read", async () => {
  const names = await channelNames()
  return Response.json(Object.entries(names).map(([id, name]) => ({ id, name })))
})
