import { db, Prisma } from "@/lib/platform/db"
import type { Refusal } from "@/lib/platform/errors"
import { fold } from "@/lib/platform/fold"
import { contains } from "@/lib/platform/text-sql"
import { type CustomerStatus, refusalToEmploy } from "../customers/rules"
import { refusalToBeOutlet } from "../outlets/outlet-standing"
import { type JudgedHead, refusalToHead, refusalWithoutPeople } from "./create-rules"

/** An organization that was found, with the reason why it cannot be chosen. */
export type FoundOrganization = { id: string; number: string; name: string; city: string | null; people: number; refusal: string | null }

type Row = Omit<FoundOrganization, "refusal"> & { status: CustomerStatus; heads: string | null; outletOf: string | null }

const shown = Prisma.raw("20")

/** What an organization is looked for: to head a hierarchy, to be an outlet, or for a person who orders for it. */
export type OrganizationPart = "head" | "outlet" | "person"

/** Organizations by what was typed, by name; the newest that can be chosen where nothing was. The kind stands in the text, since indexes are found by it. */
export async function findOrganizations(typed: string, as: OrganizationPart): Promise<FoundOrganization[]> {
  const isSearch = fold(typed) !== ""
  const fits = isSearch
    ? Prisma.sql`and ${contains(Prisma.sql`customer.search_text`, typed)}`
    : as === "person"
      ? Prisma.sql`and customer.status = 'active'`
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
    return { ...row, refusal: refusals[as](judged, row.people)?.message ?? null }
  })
}

const refusals: Record<OrganizationPart, (judged: JudgedHead, people: number) => Refusal | null> = {
  head: (judged, people) => refusalToHead(judged) ?? refusalWithoutPeople(judged.name, people),
  outlet: refusalToBeOutlet,
  person: refusalToEmploy,
}
