import { listOwners } from "@/lib/commerce/owners"
import type { SearchParams } from "@/lib/platform/list-query"
import { openRules } from "@/lib/sales/rule-sets/queries"
import { prospectRules } from "./kind"

/** The policies of prospects as their page opens them. */
export const openProspectRules = (params: SearchParams) => openRules(prospectRules, params, listOwners)
