import { staffRoute } from "@/lib/identity/staff-route"
import { isLetterLanguage } from "@/lib/mail/letter-languages"
import { previewValues } from "@/lib/mail/studio/preview-values"
import { notFound } from "@/lib/platform/errors"

/** What the placeholders of letters stand for on one request, for their preview. */
export const GET = staffRoute("letter:read", async (staff, request) => {
  const { searchParams } = new URL(request.url)
  const language = searchParams.get("language") ?? ""
  const values = await previewValues(searchParams.get("prospect") ?? "", isLetterLanguage(language) ? language : "en", staff)
  if (!values) throw notFound("prospect")
  return Response.json(values)
})
