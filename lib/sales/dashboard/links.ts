import type { Condition, Filter } from "@/lib/platform/filter"
import { listHref } from "@/lib/platform/list-href"
import { readListQuery } from "@/lib/platform/list-query"
import { type LeadView, leadList } from "../leads/views"
import { type OpportunityView, opportunityList } from "../opportunities/views"

/** A number on the dashboard, and the list that it counts. */
export type Figure = { n: number; href: string }

/** Whose records are meant: everybody's, one person's, or nobody's. */
export type Whose = { owner: string | null } | "everybody"

const ownerOf = (whose: Whose): Condition[] =>
  whose === "everybody" ? [] : [whose.owner === null ? ["owner", "empty"] : ["owner", "is", whose.owner]]

const joined = (conditions: readonly Filter[]): Filter | null => (conditions.length > 1 ? ["and", ...conditions] : (conditions[0] ?? null))

const leads = readListQuery(leadList, {})
const opportunities = readListQuery(opportunityList, {})

/** The list of leads that fulfil all of the conditions. */
export function leadsHref(view: LeadView, whose: Whose, ...conditions: Filter[]): string {
  return listHref(leadList, leads, { view, where: joined([...ownerOf(whose), ...conditions]) })
}

/** The list of opportunities that fulfil all of the conditions. */
export function opportunitiesHref(view: OpportunityView, whose: Whose, ...conditions: Filter[]): string {
  return listHref(opportunityList, opportunities, { view, where: joined([...ownerOf(whose), ...conditions]) })
}
