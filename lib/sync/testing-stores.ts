import { db } from "@/lib/platform/db"

const tables = [
  "sales.lead",
  "sales.account",
  "sales.contact",
  "sales.opportunity",
  "sales.stage_visit",
  "commerce.prospect",
  "commerce.customer",
  "commerce.hierarchy",
  "commerce.hierarchy_member",
]

/** Every row of both stores, without versions: what a decision and its undo together must leave as it was. */
export async function bothStores(): Promise<Record<string, unknown>> {
  const stores: Record<string, unknown> = {}
  for (const table of tables)
    stores[table] = await db.$queryRawUnsafe(`select to_jsonb(r) - 'version' as row from ${table} r order by to_jsonb(r)::text`)
  stores.people = await db.person.findMany({ orderBy: { id: "asc" }, select: { id: true, name: true } })
  return stores
}
