import { Prisma } from "@/lib/platform/db"
import { byteOrderMark, csvLine } from "../csv"
import { snapshotRows } from "../snapshot"

/** The rows of an import that were not written, as a CSV file: the reason first, then the file's own columns, ready to be mended and uploaded again. */
export async function* reportFile(id: string, headers: readonly string[]): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark + csvLine(["Row", "Reason", "Cells that cannot be read", ...headers]))
  const rows = snapshotRows(Prisma.sql`
    select row_no::text, coalesce(reason, ''), (select string_agg(key || ': ' || value, '; ' order by key) from jsonb_each_text(errors)), to_json(cells)::text
    from sales.lead_import_row
    where import_id = ${id}::uuid and (result in ('skipped', 'kept') or (result is null and outcome = 'skip')) order by row_no`)
  for await (const batch of rows) {
    yield Buffer.from(
      batch
        .map(([rowNo = "", reason = "", errors = "", cells = "[]"]) =>
          csvLine([rowNo, reason, errors, ...(JSON.parse(cells ?? "[]") as string[])]),
        )
        .join(""),
    )
  }
}
