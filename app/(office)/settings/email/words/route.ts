import { attachment, datedFile } from "@/lib/exchange/export-file"
import { staffRoute } from "@/lib/identity/staff-route"
import { chosenProfile } from "@/lib/mail/studio/profiles"
import { wordsFile } from "@/lib/mail/studio/words-file"
import { wallClock } from "@/lib/platform/clock"

/** The letters of a profile as a file, for translators and other installations. */
export const GET = staffRoute("letter:read", async (_staff, request) => {
  const chosen = await chosenProfile(new URL(request.url).searchParams.get("profile"))
  const name = datedFile(`Letters of ${chosen.own.name}`, "json", wallClock())
  const body = `${JSON.stringify(await wordsFile(chosen), null, 2)}\n`
  return new Response(body, { headers: { "content-type": "application/json; charset=utf-8", "content-disposition": attachment(name) } })
})
