import { staffRoute } from "@/lib/identity/staff-route"
import { readSearch } from "@/lib/platform/list-query"
import { findContacts } from "@/lib/sales/contacts/find-contacts"

/** Contacts by what was typed, for choosing one. */
export const GET = staffRoute("contact:read", async (_staff, request) => {
  const q = readSearch(Object.fromEntries(new URL(request.url).searchParams))
  return Response.json(await findContacts(q))
})
