import { staffRoute } from "@/lib/identity/staff-route"
import { notFound } from "@/lib/platform/errors"
import { getAttachment } from "@/lib/sales/activities/attachments"
import { asDownload } from "@/lib/sales/activities/file-name"

/** A file of a note. It is saved, never shown: what is in it came from anywhere, and nothing that it says of itself is believed. */
export const GET = staffRoute("lead:read", async (staff, _request, { id = "" }) => {
  const file = await getAttachment(staff, id)
  if (!file) throw notFound("file")
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(file.size),
      "content-disposition": asDownload(file.name),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    },
  })
})
