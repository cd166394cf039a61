import type { FieldChange } from "@/lib/platform/audit"
import type { Tx } from "@/lib/platform/db"
import { statement } from "@/lib/platform/statement"
import { type Mapping, mapped, type Values } from "./conversion/mapping"
import { newestMappingSql, readMapping, type StoredMapping } from "./conversion/stored-mapping"

const newest = statement<{ mapping: StoredMapping | null }>(`select ${newestMappingSql} as mapping`)

/** The field mapping in force. */
export async function currentMapping(tx: Tx): Promise<Mapping> {
  const [found] = await newest(tx, [])
  return readMapping(found?.mapping ?? null)
}

/**
 * What an edited account or contact hands on to its customer: all fields that the mapping takes from it; null where none of those was
 * edited.
 */
export function handedOn(mapping: Mapping, part: "organization" | "person", party: Values, changes: readonly FieldChange[]): Values | null {
  const record = part === "organization" ? "account" : "contact"
  const taken = Object.entries(mapping.parts[part]).flatMap(([field, source]) =>
    "from" in source && source.from.startsWith(`${record}.`) ? [{ field, from: source.from }] : [],
  )
  if (!changes.some(({ field }) => taken.some(({ from }) => from === `${record}.${field}`))) return null
  const values = mapped(mapping, part, { [record]: party })
  return Object.fromEntries(taken.map(({ field }) => [field, values[field] ?? null]))
}
