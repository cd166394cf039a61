import { createHash } from "node:crypto"

/** What a row of the audit says, value by value in the order of `entryValues`. */
export type SealedValues = readonly (string | null)[]

/** The values of a row that its hash covers, and of each field change that was written with it. */
export const entryValues = [
  "id",
  "at",
  "move",
  "actor_id",
  "actor_name",
  "actor_role",
  "record_kind",
  "record_id",
  "record_label",
  "from",
  "to",
  "reason",
  "record_ids",
  "decision_id",
] as const
export const changeValues = ["id", "at", "actor_id", "actor_name", "record_kind", "record_id", "field", "from", "to"] as const

const valueText = (value: string | null): string => (value === null ? "-," : `${Buffer.byteLength(value)}:${value},`)

/** The text that is hashed: each value as its length in bytes, a colon, itself and a comma; first the row's, then those of its changes by id. */
export const contentOf = (entry: SealedValues, changes: readonly SealedValues[]): string =>
  [...entry, ...changes.flat()].map(valueText).join("")

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** What the chain begins with. */
export const beginning = Buffer.alloc(32)

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const textOf = (alias: string, name: string) => {
  if (name === "at") return instant(`${alias}.at`)
  if (name === "record_ids") return `array_to_string(${alias}.record_ids, ' ')`
  return `${alias}."${name}"::text`
}

/** The values of a row as SQL, each as the text that is hashed. */
export const entryColumns = (alias: string): string => entryValues.map((name) => textOf(alias, name)).join(", ")

/** The changes of a row as a JSON array of arrays, by id. */
export const changesSql = (entryId: string): string =>
  `(select coalesce(json_agg(json_build_array(${changeValues.map((name) => textOf("c", name)).join(", ")}) order by c.id), '[]')
    from platform.field_change c where c.audit_id = ${entryId})`
