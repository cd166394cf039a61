import { countryName } from "./countries"
import type { Cell, Field } from "./fields"
import type { Stretch } from "./keyset"
import type { ListRow } from "./list-source"

/**
 * A stretch of rows as it travels to the browser. The rows are one text of JSON, because React writes a text into the page
 * at a fraction of what it costs to write six hundred values one by one. Countries go by name: browsers disagree on names.
 */
export type PackedStretch = Omit<Stretch<never>, "rows"> & { rows: string }

type Tuple = [id: string, version: number, isOpen: 0 | 1, ownerId: string | null, cells: readonly Cell[]]

export function packRows(fields: readonly Pick<Field, "kind">[], rows: readonly ListRow[]): string {
  const countries = fields.flatMap(({ kind }, place) => (kind === "country" ? [place] : []))
  const tuples = rows.map(({ id, version, isOpen, ownerId, cells }): Tuple => {
    const named = countries.length > 0 ? [...cells] : cells
    for (const place of countries) named[place] = typeof named[place] === "string" ? countryName(named[place]) : null
    return [id, version, isOpen ? 1 : 0, ownerId, named]
  })
  return JSON.stringify(tuples)
}

export function unpackRows(text: string): ListRow[] {
  const tuples = JSON.parse(text) as Tuple[]
  return tuples.map(([id, version, isOpen, ownerId, cells]) => ({ id, version, isOpen: isOpen === 1, ownerId, cells: [...cells] }))
}
