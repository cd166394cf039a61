import { Prisma } from "@/lib/platform/db"
import { type FieldColumns, traitsSql } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byText, byTime } from "@/lib/platform/sort-keys"
import type { AccountField } from "./fields"
import { type AccountSort, accountList } from "./views"

const columns: FieldColumns<AccountField> = {
  name: { column: Prisma.sql`a.name`, isSearched: true, isFilled: true },
  city: { column: Prisma.sql`a.city`, isTold: true, isTrait: true },
  country: { column: Prisma.sql`a.country` },
  phone: { column: Prisma.sql`a.phone`, isSearched: true, isTrait: true },
  owner: {
    column: Prisma.sql`a.owner_id`,
    shows: Prisma.sql`case when a.owner_id is not null then json_build_array(a.owner_id, a.owner_name) end`,
  },
  customer: { column: Prisma.sql`a.customer_number`, isSearched: true, isTrait: true },
  created: { column: Prisma.sql`a.created_at` },
  email: { column: Prisma.sql`a.email`, isTold: true, isTrait: true },
  website: { column: Prisma.sql`a.website`, isTold: true, isTrait: true },
  taxId: { column: Prisma.sql`a.tax_id`, isSearched: true, isTrait: true },
  street: { column: Prisma.sql`a.street`, isTold: true, isTrait: true },
  street2: { column: Prisma.sql`a.street2`, isTold: true, isTrait: true },
  stateProvince: { column: Prisma.sql`a.state_province`, isTold: true, isTrait: true },
  postalCode: { column: Prisma.sql`a.postal_code`, isTold: true, isTrait: true },
}

/** Accounts as a list. */
export const accountSource: ListSource<AccountSort, "all"> = {
  shape: accountList,
  from: Prisma.sql`sales.account a`,
  id: Prisma.sql`a.id`,
  search: Prisma.sql`a.search_text`,
  told: Prisma.sql`lower(coalesce(a.city, '') || ' ' || coalesce(a.email, '') || ' ' || coalesce(a.website, '') || ' ' || coalesce(a.street, '') || ' ' || coalesce(a.street2, '') || ' ' || coalesce(a.state_province, '') || ' ' || coalesce(a.postal_code, ''))`,
  traits: traitsSql({
    city: "a.city is not null",
    phone: "a.phone is not null",
    customer: "a.customer_number is not null",
    email: "a.email is not null",
    website: "a.website is not null",
    taxId: "a.tax_id is not null",
    street: "a.street is not null",
    street2: "a.street2 is not null",
    stateProvince: "a.state_province is not null",
    postalCode: "a.postal_code is not null",
  }),
  fields: columns,
  judged: Prisma.sql`a.version, true as "isOpen", a.owner_id as "ownerId"`,
  sorts: {
    name: byText(Prisma.sql`a.name_key`),
    country: byText(Prisma.sql`a.country`, true),
    owner: byText(Prisma.sql`a.owner_name`, true),
    created: byTime(Prisma.sql`a.created_at`),
  },
  belongs: { all: () => [] },
}
