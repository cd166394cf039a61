import { Readable } from "node:stream"
import { attachment } from "@/lib/exchange/export-file"
import { getImport } from "@/lib/exchange/import/queries"
import { reportFile } from "@/lib/exchange/import/report"
import { staffRoute } from "@/lib/identity/staff-route"
import { notFound } from "@/lib/platform/errors"

/** The rows that were not written, as a CSV file with the reason of each. */
export const GET = staffRoute("lead:import", async (_staff, _request, { id = "" }) => {
  const run = await getImport(id)
  if (!run) throw notFound("import")
  const body = Readable.toWeb(Readable.from(reportFile(run.id, run.headers), { objectMode: false })) as ReadableStream<Uint8Array>
  const name = `Skipped rows of ${run.fileName.replace(/\.\w+$/, "")}.csv`
  return new Response(body, { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": attachment(name) } })
})
