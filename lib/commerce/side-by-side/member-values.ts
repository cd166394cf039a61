import { db, Prisma, type Tx } from "@/lib/platform/db"
import type { FieldText } from "@/lib/platform/editable"
import { channelsText } from "../channels/channels-sql"
import type { CustomerField } from "../customers/fields"
import type { MemberRole, MemberStatus } from "../hierarchies/rules"
import { columnOf } from "./compared"

/** A member with the values of some fields, as texts. */
export type ComparedMember = {
  memberId: string
  customerId: string
  number: string
  version: number
  name: string
  role: MemberRole
  status: MemberStatus
  /** Other hierarchies in which the person is a member: a customer is one, wherever it orders. */
  elsewhere: string[]
  values: Readonly<Record<string, FieldText>>
}

/** Fields that stand elsewhere than in the customer's own row. */
const standing: Partial<Record<CustomerField, Prisma.Sql>> = {
  organization: Prisma.sql`(select o.name from commerce.customer o where o.id = c.organization_id)`,
  created: Prisma.sql`to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD')`,
  invoiceAccount: Prisma.sql`(select i.number from commerce.customer i where i.id = c.invoice_account_id)`,
  hierarchy: Prisma.sql`h.number`,
  b2bAdministrator: Prisma.sql`case when m.role = 'admin' then 'yes' else 'no' end`,
  channels: channelsText("c"),
}

const columnValue = (key: CustomerField): Prisma.Sql => standing[key] ?? Prisma.raw(`c.${columnOf(key)}::text`)

const pairs = (keys: readonly CustomerField[]): Prisma.Sql =>
  keys.length === 0
    ? Prisma.sql`'{}'::jsonb`
    : Prisma.sql`jsonb_build_object(${Prisma.join(keys.map((key) => Prisma.sql`${Prisma.raw(`'${key}'`)}, ${columnValue(key)}`))})`

/** The members of a hierarchy with the values of some fields: Admins first, the one who has been there longest before all. One statement for any number of members. */
export function readMemberValues(hierarchyId: string, keys: readonly CustomerField[], tx: Tx = db): Promise<ComparedMember[]> {
  return tx.$queryRaw<ComparedMember[]>`
    select m.id as "memberId", c.id as "customerId", c.number, c.version, c.name, m.role::text as role, m.status::text as status,
      coalesce(others.numbers, '{}') as elsewhere, ${pairs(keys)} as values
    from commerce.hierarchy_member m
    join commerce.hierarchy h on h.id = m.hierarchy_id
    join commerce.customer c on c.id = m.customer_id
    left join lateral (
      select array_agg(other.number order by other.number) as numbers from commerce.hierarchy_member seat
      join commerce.hierarchy other on other.id = seat.hierarchy_id
      where seat.customer_id = c.id and seat.removed_at is null and seat.hierarchy_id <> m.hierarchy_id) others on true
    where m.hierarchy_id = ${hierarchyId}::uuid and m.removed_at is null
    order by m.role = 'user', m.status = 'disabled', m.invited_at, m.id`
}
