import pg from "pg"
import type { Prisma } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"

const batch = 2000

/** Cursors take no parameters, so that values are written into the statement, each as a quoted literal. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return "null"
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => `"${String(one).replace(/["\\]/g, "\\$&")}"`).join(",")}}`)
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}

/** A query as one text, its values in it. */
export const asText = ({ strings, values }: Prisma.Sql): string =>
  strings.reduce((sql, part, place) => sql + literal(values[place - 1]) + part)

/**
 * The rows of a query as of one moment, as text, two thousand at a time; the database waits while nobody asks for more. It has a connection of
 * its own, which ends with the walk, however that ends.
 */
export async function* snapshotRows(query: Prisma.Sql): AsyncGenerator<(string | null)[][]> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, application_name: "gangway export" })
  client.on("error", () => {})
  await client.connect()
  try {
    await client.query("begin isolation level repeatable read read only")
    // A reader who went to sleep must not keep the database from tidying up.
    await client.query("set local idle_in_transaction_session_timeout = '120s'; set local timezone = 'UTC'")
    await client.query(`declare taken no scroll cursor for ${asText(query)}`)
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({
        text: `fetch ${batch} from taken`,
        rowMode: "array",
        types: { getTypeParser: () => (text: unknown) => text },
      })
      if (rows.length > 0) yield rows
      if (rows.length < batch) return
    }
  } finally {
    await client.end().catch(() => {})
  }
}
