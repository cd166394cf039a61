import { countUnread, listNotifications } from "@/lib/identity/notifications"
import { staffRoute } from "@/lib/identity/staff-route"

/** One's own notifications: how many are unread, and with `?list` the newest. */
export const GET = staffRoute("home:read", async (staff, request) => {
  const isListAsked = new URL(request.url).searchParams.has("list")
  const [unread, list] = await Promise.all([countUnread(staff), isListAsked ? listNotifications(staff) : null])
  return Response.json({ unread, list })
})
