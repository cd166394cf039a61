import type { Staff } from "@/lib/identity/actor"
import { Prisma } from "@/lib/platform/db"
import type { ListQuery } from "@/lib/platform/list-query"
import { listingOf } from "@/lib/platform/list-source"
import { belongs } from "@/lib/platform/listing"
import { type ExportColumn, exportColumns, inWords } from "./export-columns"
import type { ExportList } from "./export-lists"
import { snapshotRows } from "./snapshot"

/** What an export asks the database, and the columns of its answer. With `ids` these rows, whatever the view holds. */
export function exportStatement(
  list: ExportList,
  viewer: Pick<Staff, "id">,
  query: ListQuery,
  now: Date,
  ids: readonly string[] | null = null,
) {
  const columns = exportColumns(list, query)
  const listing = listingOf(list.source, viewer.id, query, now)
  const { from, id, sort, descending } = listing
  const direction = descending ? Prisma.sql`desc` : Prisma.sql`asc`
  const chosen = ids ? Prisma.sql`${id} = any(${[...ids]}::uuid[])` : belongs(listing)
  const values = Prisma.join(columns.map(({ sql }) => sql))
  const statement = Prisma.sql`select ${values} from ${from} where ${chosen} order by ${sort.column} ${direction}, ${id} ${direction}`
  return { columns, statement }
}

/** Everything that a view holds, in its order and with its columns, as of one moment; batch by batch. With `ids` these rows instead, whatever the view holds. */
export function exportRows(list: ExportList, viewer: Pick<Staff, "id">, query: ListQuery, now: Date, ids: readonly string[] | null = null) {
  const { columns, statement } = exportStatement(list, viewer, query, now, ids)
  return { columns, batches: worded(columns, statement) }
}

async function* worded(columns: readonly ExportColumn[], statement: Prisma.Sql): AsyncGenerator<(string | null)[][]> {
  const say = inWords(columns)
  for await (const batch of snapshotRows(statement)) yield batch.map(say)
}
