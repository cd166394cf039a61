import { db, Prisma } from "@/lib/platform/db"
import { fold } from "@/lib/platform/fold"
import { contains } from "@/lib/platform/text-sql"
import type { CustomerStatus } from "../customers/rules"
import { refusalToBeOutlet } from "../outlets/outlet-standing"
import { type JudgedHead, refusalToHead, refusalWithoutPeople } from "./create-rules"

/** An organization that was found, with the reason why it cannot be chosen. */
export type FoundOrganization = { id: string; number: string; name: string; city: string | null; people: number; refusal: string | null }

type Row = Omit<FoundOrganization, "refusal"> & { status: CustomerStatus; heads: string | null; outletOf: string | null }

const shown = Prisma.raw("20")

/** Organizations by what was typed, by name; the newest that can be chosen where nothing was. `as`: what one is looked for. The kind stands in the text, since indexes are found by it. */
export async function findOrganizations(typed: string, as: "head" | "outlet"): Promise<FoundOrganization[]> {
  const isSearch = fold(typed) !== ""
  const fits = isSearch
    ? Prisma.sql`and ${contains(Prisma.sql`customer.search_text`, typed)}`
    : Prisma.sql`and customer.status = 'active' and hierarchy.id is null and outlet.id is null`
  const order = isSearch ? Prisma.sql`customer.name, customer.id` : Prisma.sql`customer.created_at desc, customer.id desc`
  const rows = await db.$queryRaw<Row[]>`
    select customer.id, customer.number, customer.name, customer.city, customer.status::text as status,
      hierarchy.number as heads, tree.number as "outletOf",
      (select count(*)::int from commerce.customer person
        where person.organization_id = customer.id and person.type = 'person' and person.status <> 'archived') as people
    from commerce.customer
    left join commerce.hierarchy on hierarchy.organization_id = customer.id
    left join commerce.outlet on outlet.customer_id = customer.id
    left join commerce.hierarchy tree on tree.id = outlet.hierarchy_id
    where customer.type = 'organization' ${fits} order by ${order} limit ${shown}`
  return rows.map(({ status, heads, outletOf, ...row }) => {
    const judged: JudgedHead = { ...row, type: "organization", status, heads, outletOf }
    const refusal = as === "outlet" ? refusalToBeOutlet(judged) : (refusalToHead(judged) ?? refusalWithoutPeople(row.name, row.people))
    return { ...row, refusal: refusal?.message ?? null }
  })
}
