import { staffRoute } from "@/lib/identity/staff-route"
import { findPreviewRecords } from "@/lib/mail/studio/preview-values"

/** Requests on which a letter can be previewed, by a search. */
export const GET = staffRoute("letter:read", async (_staff, request) =>
  Response.json(await findPreviewRecords(new URL(request.url).searchParams.get("q") ?? "")),
)
