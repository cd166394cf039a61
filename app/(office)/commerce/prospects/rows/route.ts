import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"

export const GET = staffRoute("prospect:read", answerRows(prospectSource))
