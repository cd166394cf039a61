import { Prisma } from "@/lib/platform/db"
import { type FieldColumn, type FieldColumns, traitsSql } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byText, byTime } from "@/lib/platform/sort-keys"
import { channelsCell } from "../channels/channels-sql"
import type { CustomerList } from "./rules"
import { type CustomerListField, type CustomerSort, type CustomerView, customerList } from "./views"

const told = (column: string): FieldColumn => ({ column: Prisma.raw(`c.${column}`), isTold: true, isTrait: true })

/** A code is compared by itself, and drawn by its name. */
const code = (column: string, list: CustomerList): FieldColumn => ({
  column: Prisma.raw(`c.${column}`),
  drawn: Prisma.raw(`(select k.name from commerce.customer_code k where k.list = '${list}' and k.code = c.${column})`),
})

const columns: FieldColumns<CustomerListField> = {
  name: { column: Prisma.sql`c.name`, isSearched: true, isFilled: true },
  number: { column: Prisma.sql`c.number`, isSearched: true, isFilled: true },
  type: { column: Prisma.sql`c.type`, type: Prisma.sql`commerce.customer_type`, isFilled: true },
  status: { column: Prisma.sql`c.status`, type: Prisma.sql`commerce.customer_status`, isFilled: true },
  email: { column: Prisma.sql`c.email`, isSearched: true, isTrait: true },
  country: { column: Prisma.sql`c.country` },
  organization: { column: Prisma.sql`o.name`, key: Prisma.sql`c.organization_id`, isJoined: true },
  created: { column: Prisma.sql`c.created_at` },
  searchName: told("search_name"),
  firstName: { column: Prisma.sql`c.first_name`, isSearched: true, isTrait: true },
  lastName: { column: Prisma.sql`c.last_name`, isSearched: true, isTrait: true },
  language: { column: Prisma.sql`c.language`, isFilled: true },
  customerGroup: code("customer_group", "customer_group"),
  note: { ...told("note"), shows: Prisma.sql`left(c.note, 200)` },
  phone: { column: Prisma.sql`c.phone`, isSearched: true, isTrait: true },
  website: told("website"),
  street: told("street"),
  street2: told("street2"),
  postalCode: told("postal_code"),
  city: told("city"),
  stateProvince: told("state_province"),
  taxId: { column: Prisma.sql`c.tax_id`, isSearched: true, isTrait: true },
  paymentTerms: code("payment_terms", "payment_terms"),
  paymentMethod: code("payment_method", "payment_method"),
  deliveryTerms: code("delivery_terms", "delivery_terms"),
  deliveryMode: code("delivery_mode", "delivery_mode"),
  invoiceAccount: { column: Prisma.sql`i.name`, key: Prisma.sql`c.invoice_account_id`, isJoined: true },
  priceGroup: code("price_group", "price_group"),
  discountGroup: code("discount_group", "discount_group"),
  currency: { column: Prisma.sql`c.currency` },
  hold: { column: Prisma.sql`c.hold`, type: Prisma.sql`commerce.customer_hold`, isFilled: true },
  holdReason: told("hold_reason"),
  b2bAdministrator: { column: Prisma.sql`c.is_b2b_admin`, isFilled: true },
  channels: { column: Prisma.sql`c.channels`, everywhere: Prisma.sql`c.in_all_channels`, shows: channelsCell("c") },
}

const toldColumns = ["search_name", "note", "website", "street", "street2", "postal_code", "city", "state_province", "hold_reason"]

/** Customers as a list. */
export const customerSource: ListSource<CustomerSort, CustomerView> = {
  shape: customerList,
  from: Prisma.sql`commerce.customer c
    left join commerce.customer o on o.id = c.organization_id and o.type = 'organization'
    left join commerce.customer i on i.id = c.invoice_account_id and i.type = 'organization'`,
  bare: Prisma.sql`commerce.customer c`,
  id: Prisma.sql`c.id`,
  search: Prisma.sql`c.search_text`,
  told: Prisma.raw(`lower(${toldColumns.map((column) => `coalesce(c.${column}, '')`).join(" || ' ' || ")})`),
  traits: traitsSql({
    email: "c.email is not null",
    searchName: "c.search_name is not null",
    firstName: "c.first_name is not null",
    lastName: "c.last_name is not null",
    note: "c.note is not null",
    phone: "c.phone is not null",
    website: "c.website is not null",
    street: "c.street is not null",
    street2: "c.street2 is not null",
    postalCode: "c.postal_code is not null",
    city: "c.city is not null",
    stateProvince: "c.state_province is not null",
    taxId: "c.tax_id is not null",
    holdReason: "c.hold_reason is not null",
  }),
  fields: columns,
  judged: Prisma.sql`c.version, c.status <> 'archived' as "isOpen", null::uuid as "ownerId"`,
  sorts: { created: byTime(Prisma.sql`c.created_at`), name: byText(Prisma.sql`c.name`) },
  belongs: {
    all: () => [],
    organizations: () => [Prisma.sql`c.type = 'organization'`],
    persons: () => [Prisma.sql`c.type = 'person'`],
    administrators: () => [Prisma.sql`c.is_b2b_admin`],
    provisional: () => [Prisma.sql`c.status = 'provisional'`],
    hold: () => [Prisma.sql`c.hold <> 'none'`],
    archived: () => [Prisma.sql`c.status = 'archived'`],
  },
}
