import { staffRoute } from "@/lib/identity/staff-route"
import { getMessageDesk } from "@/lib/mail/messages/get-message-desk"
import { messageNouns } from "@/lib/mail/messages/schema"
import { notFound } from "@/lib/platform/errors"
import { isRecordId } from "@/lib/platform/record-href"

/** What is needed to write an email about `?about=` `?id=`: to whom, from which templates, what the placeholders stand for. */
export const GET = staffRoute("lead:read", async (staff, request) => {
  const asked = new URL(request.url).searchParams
  const [about, id] = [messageNouns.find((noun) => noun === asked.get("about")), asked.get("id") ?? ""]
  if (!about || !isRecordId(id)) throw notFound("record")
  return Response.json(await getMessageDesk(staff, about, id))
})
