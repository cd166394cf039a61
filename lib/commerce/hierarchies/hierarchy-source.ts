import { Prisma } from "@/lib/platform/db"
import type { FieldColumns } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byText, byTime, type SortKey } from "@/lib/platform/sort-keys"
import { channelsCell } from "../channels/channels-sql"
import type { HierarchyField } from "./fields"
import { type HierarchySort, type HierarchyView, hierarchyList } from "./views"

const columns: FieldColumns<HierarchyField> = {
  name: { column: Prisma.sql`h.name`, isSearched: true, isFilled: true },
  number: { column: Prisma.sql`h.number`, isSearched: true, isFilled: true },
  status: { column: Prisma.sql`(case when h.suspended_at is null then 'active' else 'suspended' end)`, isFilled: true },
  organization: {
    column: Prisma.sql`o.name`,
    key: Prisma.sql`h.organization_id`,
    isJoined: true,
    drawn: Prisma.sql`(o.number || ' ' || o.name)`,
  },
  channels: { column: Prisma.sql`h.channels`, everywhere: Prisma.sql`h.in_all_channels`, shows: channelsCell("h"), isFilled: true },
  members: { column: Prisma.sql`h.member_count`, isFilled: true },
  admins: { column: Prisma.sql`h.active_admin_count`, isFilled: true },
  drift: { column: Prisma.sql`h.drifting`, isFilled: true },
  created: { column: Prisma.sql`h.created_at` },
  suspended: { column: Prisma.sql`h.suspended_at` },
}

const byCount = (column: Prisma.Sql): SortKey => ({
  column,
  type: Prisma.sql`int`,
  isNullable: false,
  accepts: (value) => /^\d{1,6}$/.test(value),
})

/** Customer hierarchies as a list. */
export const hierarchySource: ListSource<HierarchySort, HierarchyView> = {
  shape: hierarchyList,
  from: Prisma.sql`commerce.hierarchy h join commerce.customer o on o.id = h.organization_id and o.type = 'organization'`,
  bare: Prisma.sql`commerce.hierarchy h`,
  id: Prisma.sql`h.id`,
  search: Prisma.sql`h.search_text`,
  fields: columns,
  judged: Prisma.sql`h.version, h.suspended_at is null as "isOpen", null::uuid as "ownerId"`,
  sorts: { created: byTime(Prisma.sql`h.created_at`), name: byText(Prisma.sql`h.name`), members: byCount(Prisma.sql`h.member_count`) },
  belongs: {
    all: () => [],
    drifting: () => [Prisma.sql`h.drifting > 0`],
    suspended: () => [Prisma.sql`h.suspended_at is not null`],
    // A suspended hierarchy needs nobody who runs it.
    unattended: () => [Prisma.sql`h.active_admin_count = 0 and h.suspended_at is null`],
  },
}
