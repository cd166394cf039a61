import type { Ctx } from "@/lib/platform/context"
import type { FieldText } from "@/lib/platform/editable"
import { statement } from "@/lib/platform/statement"
import { columnOf, isOverridable, overridableKeys } from "./compared"

/** New values of a customer, by the keys of the catalogue; `seen` is the version that it has. */
export type CustomerValues = { id: string; seen: number; values: Readonly<Record<string, FieldText>> }

const batch = 500
const columns = overridableKeys.map(columnOf)

const write = statement<{ id: string }>(`
  update commerce.customer as kept set
    ${columns.map((column) => `${column} = case when given.values ? '${column}' then given.values->>'${column}' else kept.${column} end`).join(",\n    ")},
    version = kept.version + 1
  from jsonb_to_recordset($1::jsonb) as given (id uuid, seen int, values jsonb)
  where kept.id = given.id and kept.version = given.seen returning kept.id`)

/** Writes values on customers, five hundred a statement. Returns the ids of those that were still as they were seen; the others are left alone. */
export async function writeValues({ tx }: Ctx, customers: readonly CustomerValues[]): Promise<Set<string>> {
  const written = new Set<string>()
  for (let at = 0; at < customers.length; at += batch) {
    const rows = customers.slice(at, at + batch).map(({ id, seen, values }) => ({
      id,
      seen,
      values: Object.fromEntries(Object.entries(values).flatMap(([key, text]) => (isOverridable(key) ? [[columnOf(key), text]] : []))),
    }))
    for (const { id } of await write(tx, [JSON.stringify(rows)])) written.add(id)
  }
  return written
}
