import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"

export const GET = staffRoute("opportunity:read", answerRows(opportunitySource))
