import { Readable } from "node:stream"
import { z } from "zod"
import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import type { Clock } from "@/lib/platform/clock"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import type { ListQuery } from "@/lib/platform/list-query"
import { log } from "@/lib/platform/log"
import { attachment, exportFile, exportFormats, fileNameOf } from "./export-file"
import { type ExportListName, exportLists } from "./export-lists"
import { exportRows } from "./export-rows"
import { beginExport, endExport, moveExport } from "./export-run"
import { getSelection } from "./keep-selection"

const Asked = z.object({
  format: z.enum(["csv", "xlsx"]).catch("csv"),
  run: z.uuid().optional().catch(undefined),
  selection: z.uuid().optional().catch(undefined),
})

/** Each export holds a connection for as long as it lasts. */
const atOnce = 4
const open = new Set<string>()
const saidEveryMs = 500
const highWaterMark = 1 << 18

type Export = { list: ExportListName; query: ListQuery; title: string }

/** What the address of an export says of its view: everything but how it is written. */
export function exportedView(request: Request): Record<string, string> {
  const { format: _format, run: _run, selection: _selection, ...view } = Object.fromEntries(new URL(request.url).searchParams)
  return view
}

/** A view as a file in the answer: written as it is read, audited before its first row, stopped when nobody reads on. */
export async function streamExport(staff: Staff, { list, query, title }: Export, request: Request, clock: Clock): Promise<Response> {
  const asked = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const source = exportLists[list]
  if (!may(staff.staffRole, source.permission)) throw notFound("page")
  if (request.headers.get("sec-fetch-site") === "cross-site") throw new AppError("forbidden", "Start the export on the list's own page.")
  if (open.size >= atOnce) throw new AppError("too_many", "Several exports are running. Try again in a minute.")
  const id = asked.run ?? newId()
  const now = clock()
  const ids = asked.selection ? await getSelection(staff.id, list, asked.selection) : null
  if (asked.selection && !ids) throw notFound("selection")
  await beginExport(staff, { id, list, title: ids ? `${title}, ${ids.length} selected` : title, format: asked.format }, now)
  const { columns, batches } = exportRows(source, staff, query, now, ids)
  const run: Run = { id, rows: 0, end: "canceled" }
  const file = Readable.from(exportFile(asked.format, title, columns, told(run, batches, clock)), { objectMode: false, highWaterMark })
  open.add(id)
  file.once("close", () => {
    open.delete(id)
    endExport(id, run.end, run.rows, clock()).catch(() => {})
  })
  const headers = {
    "content-type": exportFormats[asked.format].type,
    "content-disposition": attachment(fileNameOf(title, asked.format, now)),
  }
  return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, { headers })
}

/** An export under way; unless it says otherwise it ended because nobody read on. */
type Run = { id: string; rows: number; end: "done" | "canceled" | "failed" }

class Canceled extends Error {}

/** Passes rows on and says in the run's row how many there were. */
async function* told<Row>(run: Run, batches: AsyncIterable<Row[]>, clock: Clock): AsyncGenerator<Row[]> {
  let saidAt = clock().getTime()
  try {
    for await (const batch of batches) {
      yield batch
      run.rows += batch.length
      const now = clock()
      if (now.getTime() - saidAt < saidEveryMs) continue
      saidAt = now.getTime()
      if (!(await moveExport(run.id, run.rows, now))) throw new Canceled("The export was canceled.")
    }
    run.end = "done"
  } catch (error) {
    if (!(error instanceof Canceled)) {
      run.end = "failed"
      log.error({ export: run.id, error: error instanceof Error ? error.message : "unknown" }, "export broke off")
    }
    throw error
  }
}
