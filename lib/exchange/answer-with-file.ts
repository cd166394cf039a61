import { Readable } from "node:stream"
import type { Staff } from "@/lib/identity/actor"
import type { Clock } from "@/lib/platform/clock"
import { AppError } from "@/lib/platform/errors"
import { log } from "@/lib/platform/log"
import { attachment } from "./export-file"
import { type Beginning, beginExport, endExport, moveExport } from "./export-run"

/** Each export holds a connection for as long as it lasts. */
const atOnce = 4
const open = new Set<string>()
const saidEveryMs = 500
const highWaterMark = 1 << 18

/** A file on its way: what is audited of it, its name and type, its rows batch by batch, and how they are written. */
export type FileAnswer<Row> = Beginning & {
  fileName: string
  type: string
  batches: AsyncIterable<Row[]>
  write: (batches: AsyncIterable<Row[]>) => AsyncIterable<Uint8Array>
}

/** Refuses what another site started, and more exports at once than the database has connections for. */
export function insistOnExport(request: Request): void {
  if (request.headers.get("sec-fetch-site") === "cross-site") throw new AppError("forbidden", "Start the export on the list's own page.")
  if (open.size >= atOnce) throw new AppError("too_many", "Several exports are running. Try again in a minute.")
}

/** Rows as a file in the answer: written as they are read, audited before the first one, stopped when nobody reads on. */
export async function answerWithFile<Row>(staff: Staff, answer: FileAnswer<Row>, now: Date, clock: Clock): Promise<Response> {
  const { batches, write, fileName, type, ...beginning } = answer
  await beginExport(staff, beginning, now)
  const run: Run = { id: beginning.id, rows: 0, end: "canceled" }
  const file = Readable.from(write(told(run, batches, clock)), { objectMode: false, highWaterMark })
  open.add(run.id)
  file.once("close", () => {
    open.delete(run.id)
    endExport(run.id, run.end, run.rows, clock()).catch(() => {})
  })
  const headers = { "content-type": type, "content-disposition": attachment(fileName) }
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
