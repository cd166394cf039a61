import { Prisma } from "@/lib/platform/db"
import type { Invariant } from "./invariants"

/** The outlets of organizations, and the trees in which they stand. */
export const outletInvariants: readonly Invariant[] = [
  {
    key: "outlet-tree",
    words: "An outlet stands in its tree, at most five deep",
    sql: Prisma.sql`
      select 'customer' as kind, c.id, c.number as label from commerce.outlet o join commerce.customer c on c.id = o.customer_id
      where not exists (
        with recursive up (parent_id, level) as (
          select o.parent_id, 1 union all select above.parent_id, up.level + 1
          from up join commerce.outlet above on above.id = up.parent_id and above.hierarchy_id = o.hierarchy_id where up.level <= 5)
        select 1 from up where parent_id is null and level <= 5)`,
  },
  {
    key: "outlet-or-head",
    words: "An organization heads a hierarchy or is an outlet",
    sql: Prisma.sql`
      select 'hierarchy' as kind, h.id, h.number as label from commerce.hierarchy h
      where exists (select 1 from commerce.outlet o where o.customer_id = h.organization_id)`,
  },
]
