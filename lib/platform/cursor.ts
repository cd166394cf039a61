import { z } from "zod"
import type { SortKey } from "./sort-keys"

export type Keyed = { id: string; sortValue: string | null }

/** A place in a list: the row that stands there. `isSlow`: the walk that came here looked along the order, and so does the one that goes on. */
export type Cursor = { value: string | null; id: string; place: number | null; isSlow: boolean }

const Parts = z.tuple([z.string().max(400).nullable(), z.uuid(), z.int().nonnegative().nullable()], z.literal("slow"))

export const writeCursor = ({ value, id, place, isSlow }: Cursor): string =>
  Buffer.from(JSON.stringify([value, id, place, ...(isSlow ? ["slow"] : [])])).toString("base64url")

/** A cursor out of a URL; null where there is none, or none of this order's. */
export function readCursor(text: string | null, { isNullable, accepts }: SortKey): Cursor | null {
  if (!text) return null
  try {
    const [value, id, place, ...slow] = Parts.parse(JSON.parse(Buffer.from(text, "base64url").toString()))
    return (value === null ? isNullable : accepts(value)) ? { value, id, place, isSlow: slow.length > 0 } : null
  } catch {
    return null
  }
}

/** The cursor of a row that stands at a place. */
export const cursorAt = ({ id, sortValue }: Keyed, place: number | null, isSlow: boolean): Cursor => ({
  ...{ value: sortValue, id },
  ...{ place, isSlow },
})
