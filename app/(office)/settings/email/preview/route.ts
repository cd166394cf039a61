import { staffRoute } from "@/lib/identity/staff-route"
import { isLetterLanguage } from "@/lib/mail/letter-languages"
import { previewValues } from "@/lib/mail/studio/preview-values"
import { chosenProfile } from "@/lib/mail/studio/profiles"
import { notFound } from "@/lib/platform/errors"

/** What the placeholders of letters stand for on one request, for their preview. */
export const GET = staffRoute("letter:read", async (staff, request) => {
  const { searchParams } = new URL(request.url)
  const language = searchParams.get("language") ?? ""
  const { own } = await chosenProfile(searchParams.get("profile"))
  const preview = await previewValues({
    prospectId: searchParams.get("prospect") ?? "",
    language: isLetterLanguage(language) ? language : "en",
    profileId: own.id,
    reader: staff,
  })
  if (!preview) throw notFound("prospect")
  return Response.json(preview)
})
