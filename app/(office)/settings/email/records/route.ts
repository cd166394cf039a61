import { staffRoute } from "@/lib/identity/staff-route"
import { findPreviewRecords } from "@/lib/mail/studio/preview-values"
import { readSearch } from "@/lib/platform/list-query"

/** Requests on which a letter can be previewed, by a search. */
export const GET = staffRoute("letter:read", async (_staff, request) =>
  Response.json(await findPreviewRecords(readSearch(Object.fromEntries(new URL(request.url).searchParams)))),
)
