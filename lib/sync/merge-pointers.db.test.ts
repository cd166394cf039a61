import { expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { type MergedTable, type Pointer, pointers } from "./merge-pointers"

const merged = Object.keys(pointers) as MergedTable[]
const named = merged.flatMap((table) => pointers[table].map(({ table: from, column }) => `${from}.${column} → ${table}`))

test("everything that points at a record that may be merged is known: what is forgotten would vanish with it", async () => {
  const keys = await db.$queryRaw<{ key: string }[]>`
    select format('%s.%s → %s', c.conrelid::regclass, a.attname, c.confrelid::regclass) as key
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid::regclass::text = any(${merged}::text[]) order by 1`
  expect(keys.map(({ key }) => key)).toEqual([...new Set(named)].sort())
})

/** Ids that are kept without a foreign key, and what a merge does about each. */
const byHand: Record<string, string> = {
  "commerce.customer.sales_id": "follows with the customer",
  "commerce.override_row.customer_id": "a ledger: taking the override back passes over a customer that is not there",
  "commerce.prospect.lead_id": "follows with the request, or ends with it",
  "platform.approval.lead_id": "tells what was asked for that lead; what still waits ends by a trigger when the lead goes",
  "platform.decision.lead_id": "a ledger: it tells what happened to the lead that it happened to",
  "sales.account.customer_id": "stays with the account, or follows with the customer",
  "sales.contact.customer_id": "stays with the contact, or follows with the customer",
  "sales.score_queue.lead_id": "a queue: a lead that is not there is passed over",
  "sales.lead_import_row.lead_id": "a ledger: undoing the import keeps a lead that is not there",
  "sales.timer_todo.lead_id": "a queue: a lead that is not there is passed over",
}

test("every other column that is named like one is known, and what becomes of it", async () => {
  const columns = await db.$queryRaw<{ name: string }[]>`
    select format('%s.%s.%s', table_schema, table_name, column_name) as name from information_schema.columns
    where table_schema in ('sales', 'commerce', 'platform') and data_type in ('uuid', 'ARRAY') and udt_name in ('uuid', '_uuid')
      and column_name ~ '(^|_)(lead|account|contact|customer|sales)_ids?$' order by 1`
  const pointed = new Set(merged.flatMap((table): readonly Pointer[] => pointers[table]).map(({ table, column }) => `${table}.${column}`))
  expect(columns.map(({ name }) => name).filter((name) => !pointed.has(name))).toEqual(Object.keys(byHand).sort())
})
