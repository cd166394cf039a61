import type { Tx } from "@/lib/platform/db"
import { statement } from "@/lib/platform/statement"
import type { CustomerSection } from "../customers/fields"
import { columnOf } from "../side-by-side/compared"
import { driftSections, fieldsInForce } from "./rules"

/** A hierarchy with how many members differ from its Admin where they must not, and in which sections somebody does. */
export type Drift = { id: string; number: string; before: number; members: number; sections: CustomerSection[] }

const differsIn = (section: CustomerSection): string => {
  const columns = fieldsInForce([section]).map(columnOf)
  const row = (of: string) => `row(${columns.map((column) => `${of}.${column}`).join(", ")})`
  return `('${section}' = any(policy.sections) and ${row("customer")} is distinct from ${row("admin")})`
}

const count = statement<Drift>(`
  with policy as (
    select h.id, h.number, h.drifting, case when h.drift_follows_default then d.sections else h.drift_sections end as sections
    from commerce.hierarchy h, commerce.drift_default d where h.id = any($1::uuid[])
  ), first_admin as (
    select distinct on (hierarchy_id) hierarchy_id, customer_id from commerce.hierarchy_member
    where hierarchy_id = any($1::uuid[]) and removed_at is null and role = 'admin'
    order by hierarchy_id, status = 'disabled', invited_at, id
  ), differing as (
    select policy.id, ${driftSections.map((section) => `${differsIn(section)} as "${section}"`).join(", ")}
    from policy join first_admin on first_admin.hierarchy_id = policy.id
    join commerce.customer admin on admin.id = first_admin.customer_id
    join commerce.hierarchy_member m on m.hierarchy_id = policy.id and m.removed_at is null and m.customer_id <> admin.id
    join commerce.customer customer on customer.id = m.customer_id
    where cardinality(policy.sections) > 0
  )
  select policy.id, policy.number, policy.drifting as before,
    (count(*) filter (where ${driftSections.map((section) => `"${section}"`).join(" or ")}))::int as members,
    array_remove(array[${driftSections.map((section) => `case when bool_or("${section}") then '${section}' end`).join(", ")}], null) as sections
  from policy left join differing on differing.id = policy.id group by policy.id, policy.number, policy.drifting`)

/** Counts the members of some hierarchies that differ from their Admin: the first who is not disabled. */
export const countDrift = (tx: Tx, hierarchyIds: readonly string[]): Promise<Drift[]> => count(tx, [hierarchyIds])
