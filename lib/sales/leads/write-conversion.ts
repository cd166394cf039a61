import type { Ctx } from "@/lib/platform/context"
import { overtaken } from "@/lib/platform/overtaken"
import { statement } from "@/lib/platform/statement"
import { refreshContactsOf, refreshOpportunitiesOf } from "../search-texts"
import type { accountRow, contactRow, opportunityRow } from "./conversion-rows"

/** The new rows of some conversions. */
export type NewRows = {
  accounts: ReturnType<typeof accountRow>[]
  contacts: ReturnType<typeof contactRow>[]
  opportunities: ReturnType<typeof opportunityRow>[]
}

const tables = ["account", "contact", "opportunity"] as const
const known = new Map<string, ReturnType<typeof statement>>()

/** One statement for each set of columns: what a row leaves out takes its default. */
function inserting(columns: string[][]) {
  const text = `with ${columns
    .map((names, at) => {
      const list = names.join(", ")
      const table = `sales.${tables[at]}`
      return `${tables[at]}_made as (insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $${at + 1}::jsonb))`
    })
    .join(", ")} select 1 as done`
  const made = known.get(text) ?? statement(text)
  known.set(text, made)
  return made
}

/** Makes the accounts, contacts and opportunities of some conversions, in one statement. The leads themselves are `qualifyClaimed`'s. */
export async function writeConversion({ tx }: Ctx, { accounts, contacts, opportunities }: NewRows): Promise<void> {
  const rows = [accounts, contacts, opportunities]
  if (rows.every(({ length }) => length === 0)) return
  const insert = inserting(rows.map(([first]) => Object.keys(first ?? { id: "" })))
  await insert(
    tx,
    rows.map((list) => JSON.stringify(list)),
  )
}

/** A row that exists, as it is to be: its columns, the version that it had and the one that it gets. */
export type ChangedRow = Record<string, unknown> & { id: string; seen: number; version: number }

const changing = (table: string, columns: readonly string[]) =>
  statement<{ id: string }>(`
    update ${table} as kept set ${columns.map((column) => `${column} = fresh.${column}`).join(", ")}, version = fresh.version
    from jsonb_array_elements($1::jsonb) as given, lateral jsonb_populate_record(null::${table}, given) as fresh
    where kept.id = fresh.id and kept.version = (given->>'seen')::int returning kept.id`)

const address = ["country", "street", "street2", "city", "state_province", "postal_code"]
const customer = ["customer_id", "customer_number", "search_text"]
const changeAccountRows = changing("sales.account", [
  ...["name", "website", "domain", "tax_id", "name_key", "email", "phone"],
  ...address,
  ...customer,
])
const changeContactRows = changing("sales.contact", ["first_name", "last_name", "job_title", "email", "phone", "language", ...customer])
const joinRows = statement<{ id: string }>(`
  update sales.opportunity as kept set version = fresh.version
  from jsonb_to_recordset($1::jsonb) as fresh (id uuid, seen int, version int)
  where kept.id = fresh.id and kept.version = fresh.seen and kept.state = 'open' returning kept.id`)

async function change(ctx: Ctx, write: ReturnType<typeof changing>, rows: readonly { id: string }[]): Promise<void> {
  if (rows.length === 0) return
  const changed = new Set((await write(ctx.tx, [JSON.stringify(rows)])).map(({ id }) => id))
  const missed = rows.find(({ id }) => !changed.has(id))
  if (missed) throw await overtaken(ctx, missed.id)
}

/** The same of an account or a contact; `isRenamed` where other records are found by what it was called. */
export type Changed = ChangedRow & { isRenamed: boolean }

/** Writes what conversions change of accounts and contacts that exist, and counts a version on for the opportunities that leads join. */
export async function changeExisting(
  ctx: Ctx,
  { accounts, contacts, opportunities }: { accounts: Changed[]; contacts: Changed[]; opportunities: ChangedRow[] },
): Promise<void> {
  await change(ctx, changeAccountRows, accounts)
  await change(ctx, changeContactRows, contacts)
  await change(ctx, joinRows, opportunities)
  for (const { id } of accounts.filter(({ isRenamed }) => isRenamed)) {
    await refreshContactsOf(ctx.tx, id)
    await refreshOpportunitiesOf(ctx.tx, { accountId: id })
  }
  for (const { id } of contacts.filter(({ isRenamed }) => isRenamed)) await refreshOpportunitiesOf(ctx.tx, { contactId: id })
}
