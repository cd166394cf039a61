import type { Ctx } from "@/lib/platform/context"
import { searchText } from "@/lib/platform/fold"
import { overtaken } from "@/lib/platform/overtaken"
import { fullName } from "@/lib/platform/party"
import { statement } from "@/lib/platform/statement"

type Values = Readonly<Record<string, string | null>>

/** The columns of a customer that say who it is, from what its account or contact says; the kind of customer decides which. */
export function customerColumns(type: "organization" | "person", values: Values) {
  const of = (key: string) => values[key] ?? null
  const name = type === "person" ? fullName({ firstName: of("firstName") ?? "", lastName: of("lastName") ?? "" }) : (of("name") ?? "")
  return {
    name,
    first_name: type === "person" ? (of("firstName") ?? "") : null,
    last_name: type === "person" ? (of("lastName") ?? "") : null,
    email: of("email"),
    phone: of("phone"),
    website: of("website"),
    tax_id: of("taxId"),
    country: of("country"),
    street: of("street"),
    street2: of("street2"),
    city: of("city"),
    state_province: of("stateProvince"),
    postal_code: of("postalCode"),
    language: of("language") ?? "en",
    search_text: searchText(name, of("email"), of("taxId"), of("phone")),
  }
}

/** A customer that exists, as it is to be: the version that it had, the one that it gets, its counterpart and what it says. */
export type ChangedCustomer = ReturnType<typeof customerColumns> & {
  id: string
  seen: number
  version: number
  sales_id: string | null
  isRenamed: boolean
}

const columns = [
  ...["name", "first_name", "last_name", "email", "phone", "website", "tax_id", "language", "sales_id", "search_text"],
  ...["country", "street", "street2", "city", "state_province", "postal_code"],
]

const change = statement<{ id: string }>(`
  update commerce.customer as kept set ${columns.map((column) => `${column} = fresh.${column}`).join(", ")}, version = fresh.version
  from jsonb_array_elements($1::jsonb) as given, lateral jsonb_populate_record(null::commerce.customer, given) as fresh
  where kept.id = fresh.id and kept.version = (given->>'seen')::int returning kept.id`)

/** The people who sign in are called as their customers are; staff keep the name that they have here. */
const rename = statement<{ id: string }>(`
  update platform.person as person set name = customer.name, version = person.version + 1
  from commerce.hierarchy_member as seat join commerce.customer as customer on customer.id = seat.customer_id
  where seat.customer_id = any($1::uuid[]) and seat.removed_at is null and person.id = seat.person_id
    and person.staff_role is null and person.name <> customer.name returning person.id`)

/** Writes customers that exist, all in one statement; who signs in as one of them is called by the new name. */
export async function changeCustomers(ctx: Ctx, customers: readonly ChangedCustomer[]): Promise<void> {
  if (customers.length === 0) return
  const changed = new Set((await change(ctx.tx, [JSON.stringify(customers)])).map(({ id }) => id))
  const missed = customers.find(({ id }) => !changed.has(id))
  if (missed) throw await overtaken(ctx, missed.id)
  await namePeople(
    ctx,
    customers.flatMap(({ id, isRenamed }) => (isRenamed ? [id] : [])),
  )
}

/** Calls the people who sign in as some customers by their customers' names. */
export async function namePeople({ tx }: Ctx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length > 0) await rename(tx, [customerIds])
}
