import { Prisma } from "./db"
import type { SortKey } from "./sort-keys"

/** A list as SQL: where the rows are, which of their columns are shown, which of them belong, in which order. */
export type Listing = {
  from: Prisma.Sql
  /** The rows without the tables joined to them, which add no row and take none. Where it is left out, `from` is no more than that. */
  bare?: Prisma.Sql
  /** Whether `narrowed` asks for something of the joined tables. */
  isJoined?: boolean
  id: Prisma.Sql
  /** Each with its table's name, so that an order by one never means what is shown in its place. */
  columns: Prisma.Sql
  /** What an index holds together with the order: what makes a view, or a lane. */
  within: readonly Prisma.Sql[]
  /** What narrows it further: filters and a search. */
  narrowed: readonly Prisma.Sql[]
  sort: SortKey
  descending: boolean
}

export const all = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join([...conditions], " and ") : Prisma.sql`true`

/** Everything that a row of the list fulfils. */
export const belongs = ({ within, narrowed }: Listing): Prisma.Sql => all([...within, ...narrowed])
