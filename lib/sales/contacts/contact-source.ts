import { Prisma } from "@/lib/platform/db"
import { type FieldColumns, traitsSql } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byText, byTime } from "@/lib/platform/sort-keys"
import type { ContactField } from "./fields"
import { type ContactSort, contactList } from "./views"

const columns: FieldColumns<ContactField> = {
  name: { column: Prisma.sql`(c.first_name || ' ' || c.last_name)`, isSearched: true, isFilled: true },
  account: { column: Prisma.sql`a.name`, key: Prisma.sql`c.account_id`, isJoined: true, isSearched: true },
  jobTitle: { column: Prisma.sql`c.job_title`, isTold: true, isTrait: true },
  email: { column: Prisma.sql`c.email`, isSearched: true },
  phone: { column: Prisma.sql`c.phone`, isSearched: true, isTrait: true },
  language: { column: Prisma.sql`c.language`, isFilled: true },
  customer: { column: Prisma.sql`c.customer_number`, isSearched: true, isTrait: true },
  created: { column: Prisma.sql`c.created_at` },
  owner: {
    column: Prisma.sql`c.owner_id`,
    shows: Prisma.sql`case when c.owner_id is not null then json_build_array(c.owner_id, c.owner_name) end`,
  },
}

/** Contacts as a list. */
export const contactSource: ListSource<ContactSort, "all"> = {
  shape: contactList,
  from: Prisma.sql`sales.contact c left join sales.account a on a.id = c.account_id`,
  bare: Prisma.sql`sales.contact c`,
  id: Prisma.sql`c.id`,
  search: Prisma.sql`c.search_text`,
  told: Prisma.sql`lower(coalesce(c.job_title, ''))`,
  traits: traitsSql({
    jobTitle: "c.job_title is not null",
    phone: "c.phone is not null",
    customer: "c.customer_number is not null",
  }),
  fields: columns,
  judged: Prisma.sql`c.version, true as "isOpen", c.owner_id as "ownerId"`,
  sorts: {
    name: byText(Prisma.sql`c.last_name`),
    owner: byText(Prisma.sql`c.owner_name`, true),
    created: byTime(Prisma.sql`c.created_at`),
  },
  belongs: { all: () => [] },
}
