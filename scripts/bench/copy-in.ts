import { once } from "node:events"
import { from as copyFrom, to as copyTo } from "pg-copy-streams"
import { pool } from "@/lib/platform/db"

const columnsSql = `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns,
    string_agg(case column_name when 'id' then 'gen_random_uuid()' else 'l.' || quote_ident(column_name) end, ', ' order by ordinal_position) as fresh
  from information_schema.columns where table_schema = 'sales' and table_name = 'lead' and is_generated = 'NEVER'`
const lastImport = "select id from sales.lead_import order by created_at desc limit 1"

/** The floor of an import: COPY of the rows that the last one wrote, under other ids, into the table with all its indexes and triggers. */
export async function copyLeadsIn(): Promise<{ rows: number; ms: number }> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ columns: string; fresh: string }>(columnsSql)
    const [{ columns, fresh } = { columns: "", fresh: "" }] = rows
    const written = `select ${fresh} from sales.lead l join sales.lead_import_row r on r.lead_id = l.id and r.import_id = (${lastImport})`
    const out = client.query(copyTo(`copy (${written}) to stdout`))
    const pieces: Buffer[] = []
    for await (const piece of out) pieces.push(piece)
    const since = performance.now()
    const into = client.query(copyFrom(`copy sales.lead (${columns}) from stdin`))
    into.end(Buffer.concat(pieces))
    await once(into, "finish")
    return { rows: out.rowCount, ms: performance.now() - since }
  } finally {
    client.release()
  }
}
