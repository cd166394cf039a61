import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { leadSource } from "@/lib/sales/leads/lead-source"

export const GET = staffRoute("lead:read", answerRows(leadSource))
