import { hierarchySource } from "@/lib/commerce/hierarchies/hierarchy-source"
import { hierarchyList } from "@/lib/commerce/hierarchies/views"
import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { openQuery } from "@/lib/views/open-list"

export const GET = staffRoute(
  "hierarchy:read",
  answerRows(hierarchySource, (staff, params) => openQuery(hierarchyList, staff, params)),
)
