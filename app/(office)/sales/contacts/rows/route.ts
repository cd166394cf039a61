import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { contactSource } from "@/lib/sales/contacts/contact-source"
import { contactList } from "@/lib/sales/contacts/views"
import { openQuery } from "@/lib/views/open-list"

export const GET = staffRoute(
  "contact:read",
  answerRows(contactSource, (staff, params) => openQuery(contactList, staff, params)),
)
