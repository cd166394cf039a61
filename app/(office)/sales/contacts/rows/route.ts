import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { contactSource } from "@/lib/sales/contacts/contact-source"

export const GET = staffRoute("contact:read", answerRows(contactSource))
