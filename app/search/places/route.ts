import { settingsPlaces } from "@/components/settings/settings-places"
import { staffRoute } from "@/lib/identity/staff-route"
import { listViewPlaces } from "@/lib/search/places"

export const dynamic = "force-dynamic"

/** The views and the pages of Settings that the palette leads to. */
export const GET = staffRoute("home:read", async (staff) => {
  const settings = settingsPlaces(staff.staffRole).map(({ title, href }) => ({ label: title, href, area: "Settings" }))
  return Response.json({ views: await listViewPlaces(staff), settings })
})
