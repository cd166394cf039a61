import type { MemberRole, MemberStatus } from "@/lib/commerce/hierarchies/rules"
import { db, Prisma, type Tx } from "@/lib/platform/db"
import { countingLimits, type SpendingLayers, type SpendingLimits } from "./rules"

/** What a user may spend on account, and has spent this month; amounts in minor units. */
export type Spending = {
  memberId: string
  hierarchyId: string
  name: string
  email: string
  role: MemberRole
  status: MemberStatus
  layers: SpendingLayers
  limits: SpendingLimits
  spent: number
  /** Null where no month is limited. */
  monthLeft: number | null
}

type Row = {
  memberId: string
  hierarchyId: string
  name: string
  email: string
  role: MemberRole
  status: MemberStatus
  storePerOrder: number | null
  storePerMonth: number | null
  ownPerOrder: number | null
  ownPerMonth: number | null
  spent: number
}

/**
 * The users of an organization with what they may spend and did in the month of its own calendar, in the order in which they came; of one
 * user alone where `memberId` is given. What ended by this hour is not spent; what was spent before somebody was removed and added again is.
 */
export async function readSpending(
  { organizationId, timeZone, memberId }: { organizationId: string; timeZone: string; memberId?: string },
  now: Date,
  tx: Tx = db,
): Promise<Spending[]> {
  const month = Prisma.sql`date_trunc('month', ${now}::timestamptz at time zone ${timeZone}::text)::date`
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    select member.id as "memberId", member.hierarchy_id as "hierarchyId", customer.email, member.role::text as role, member.status::text as status,
      case when coalesce(member.first_name, '') <> '' or coalesce(member.last_name, '') <> ''
        then trim(concat_ws(' ', member.first_name, member.last_name)) else customer.name end as name,
      allowed.store_per_order::float8 as "storePerOrder", allowed.store_per_month::float8 as "storePerMonth",
      allowed.own_per_order::float8 as "ownPerOrder", allowed.own_per_month::float8 as "ownPerMonth",
      (coalesce(total.spent, 0) - coalesce(ended.held, 0))::float8 as spent
    from commerce.hierarchy_member as member
      join commerce.hierarchy as hierarchy on hierarchy.id = member.hierarchy_id
      join commerce.customer as customer on customer.id = member.customer_id
      left join commerce.spending_limit as allowed on allowed.member_id = member.id
      cross join lateral (
        select array_agg(own.id) as ids from commerce.hierarchy_member as own
        where own.hierarchy_id = member.hierarchy_id and own.person_id = member.person_id) as seats
      cross join lateral (
        select sum(spending.spent) as spent from commerce.spending_month as spending
        where spending.member_id = any(seats.ids) and spending.month = ${month}) as total
      cross join lateral (
        select sum(held) as held from commerce.credit_authorization
        where member_id = any(seats.ids) and month = ${month} and held > 0 and expires_at <= ${now}) as ended
    where hierarchy.organization_id = ${organizationId}::uuid and member.removed_at is null
      ${memberId ? Prisma.sql`and member.id = ${memberId}::uuid` : Prisma.empty}
    order by member.invited_at, member.id limit 500`)
  return rows.map(({ storePerOrder, storePerMonth, ownPerOrder, ownPerMonth, spent, ...user }) => {
    const layers = { store: { perOrder: storePerOrder, perMonth: storePerMonth }, own: { perOrder: ownPerOrder, perMonth: ownPerMonth } }
    const limits = countingLimits(layers)
    return { ...user, layers, limits, spent, monthLeft: limits.perMonth === null ? null : limits.perMonth - spent }
  })
}
