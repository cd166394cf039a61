import { Prisma } from "@/lib/platform/db"
import type { FieldColumns } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byText, byTime } from "@/lib/platform/sort-keys"
import type { AccountField } from "./fields"
import { type AccountSort, accountList } from "./views"

const columns: FieldColumns<AccountField> = {
  name: { column: Prisma.sql`a.name`, isSearched: true },
  city: { column: Prisma.sql`a.city` },
  country: { column: Prisma.sql`a.country` },
  phone: { column: Prisma.sql`a.phone` },
  owner: {
    column: Prisma.sql`a.owner_id`,
    shows: Prisma.sql`case when a.owner_id is not null then json_build_array(a.owner_id, a.owner_name) end`,
  },
  customer: { column: Prisma.sql`a.customer_number` },
  created: { column: Prisma.sql`a.created_at` },
  email: { column: Prisma.sql`a.email` },
  website: { column: Prisma.sql`a.website` },
  taxId: { column: Prisma.sql`a.tax_id` },
  street: { column: Prisma.sql`a.street` },
  street2: { column: Prisma.sql`a.street2` },
  stateProvince: { column: Prisma.sql`a.state_province` },
  postalCode: { column: Prisma.sql`a.postal_code` },
}

/** Accounts as a list. */
export const accountSource: ListSource<AccountSort, "all"> = {
  shape: accountList,
  from: Prisma.sql`sales.account a`,
  id: Prisma.sql`a.id`,
  search: Prisma.sql`a.search_text`,
  fields: columns,
  judged: Prisma.sql`a.version, true as "isOpen", a.owner_id as "ownerId"`,
  sorts: { name: byText(Prisma.sql`a.name_key`), created: byTime(Prisma.sql`a.created_at`) },
  belongs: { all: () => [] },
}
