import { Readable } from "node:stream"
import { getRun } from "@/lib/bulk/queries"
import { reportFile } from "@/lib/bulk/report"
import { attachment, fileNameOf } from "@/lib/exchange/export-file"
import { staffRoute } from "@/lib/identity/staff-route"
import { notFound } from "@/lib/platform/errors"

/** What became of each record of a run, as a CSV file. */
export const GET = staffRoute("list:export", async (_staff, _request, { id = "" }) => {
  const run = await getRun(id)
  if (!run) throw notFound("run")
  const body = Readable.toWeb(Readable.from(reportFile(run.id), { objectMode: false })) as ReadableStream<Uint8Array>
  const name = fileNameOf(`Report of ${run.title}`, "csv", run.finishedAt ?? run.createdAt)
  return new Response(body, { headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": attachment(name) } })
})
