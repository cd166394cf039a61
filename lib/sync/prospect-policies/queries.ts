import { may, staffRoles } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import type { SearchParams } from "@/lib/platform/list-query"
import { openRules } from "@/lib/sales/rule-sets/queries"
import { prospectRules } from "./kind"

const rolesOfDeciders = staffRoles.filter((role) => may(role, "prospect:approve"))

/** Everybody who decides prospects, by name. */
const listDeciders = () =>
  db.person.findMany({
    where: { staffRole: { in: rolesOfDeciders }, disabledAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
    take: 500,
  })

/** The policies of prospects as their page opens them. */
export const openProspectRules = (params: SearchParams) => openRules(prospectRules, params, listDeciders)
