import { z } from "zod"
import { liveStream } from "@/lib/identity/live-stream"
import { staffRoute } from "@/lib/identity/staff-route"

export const dynamic = "force-dynamic"

const Page = z.object({
  at: z.uuid().nullable().catch(null),
  age: z.coerce.number().min(0).max(86_400_000).catch(86_400_000),
})

/** What changes, as it changes: `at` is the record that the page shows, `age` how many milliseconds ago it was asked for. */
export const GET = staffRoute("home:read", async (staff, request) => {
  const asked = new URL(request.url).searchParams
  const { at, age } = Page.parse({ at: asked.get("at"), age: asked.get("age") })
  return liveStream(staff, { recordId: at, ageMs: age }, request.signal)
})
