import { z } from "zod"
import { defaultMapping, type Mapping, type Target, targets } from "./mapping"

const Source = z.union([z.object({ from: z.string().max(60) }), z.object({ text: z.string().max(2000) })])
const partNames = Object.keys(targets) as Target[]

/** The parts of a mapping as they are sent and stored; fields that do not exist any more are dropped. */
export const MappingParts = z
  .record(z.string(), z.record(z.string(), Source))
  .transform((given) =>
    Object.fromEntries(
      partNames.map((part) => [
        part,
        Object.fromEntries(Object.entries(given[part] ?? {}).filter(([key]) => Object.hasOwn(targets[part], key))),
      ]),
    ),
  )
  .transform((parts) => parts as Mapping["parts"])

/** A version of the mapping as its row has it, or some of its parts. */
export type StoredMapping = { version: number; parts: unknown }

const known = new Map<number, Mapping>()
const mostKept = 50

/** The mapping of a row; the one that comes with the house where nobody has saved one. Rows never change, so each is read once. */
export function readMapping(stored: StoredMapping | null): Mapping {
  if (!stored) return defaultMapping
  const before = known.get(stored.version)
  if (before) return before
  const mapping = { version: stored.version, parts: MappingParts.parse(stored.parts) }
  if (known.size >= mostKept) known.clear()
  known.set(stored.version, mapping)
  return mapping
}

/** The newest version as one JSON value of a larger statement. */
export const newestMappingSql = `(select jsonb_build_object('version', version, 'parts', parts) from platform.field_mapping order by version desc limit 1)`
