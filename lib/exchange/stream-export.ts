import { z } from "zod"
import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import type { Clock } from "@/lib/platform/clock"
import { notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import type { ListQuery } from "@/lib/platform/list-query"
import { answerWithFile, insistOnExport } from "./answer-with-file"
import { exportFile, exportFormats, fileNameOf } from "./export-file"
import { type ExportListName, exportLists } from "./export-lists"
import { exportRows } from "./export-rows"
import { getSelection } from "./keep-selection"

const Asked = z.object({
  format: z.enum(["csv", "xlsx"]).catch("csv"),
  run: z.uuid().optional().catch(undefined),
  selection: z.uuid().optional().catch(undefined),
})

type Export = { list: ExportListName; query: ListQuery; title: string }

/** What the address of an export says of its view: everything but how it is written. */
export function exportedView(request: Request): Record<string, string> {
  const { format: _format, run: _run, selection: _selection, ...view } = Object.fromEntries(new URL(request.url).searchParams)
  return view
}

/** A view as a file in the answer. */
export async function streamExport(staff: Staff, { list, query, title }: Export, request: Request, clock: Clock): Promise<Response> {
  const { format, run, selection } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const source = exportLists[list]
  if (!may(staff.staffRole, source.permission)) throw notFound("page")
  insistOnExport(request)
  const now = clock()
  const ids = selection ? await getSelection(staff.id, list, selection) : null
  if (selection && !ids) throw notFound("selection")
  const { columns, batches } = exportRows(source, staff, query, now, ids)
  const { word, type } = exportFormats[format]
  const beginning = { id: run ?? newId(), list, title: ids ? `${title}, ${ids.length} selected` : title, format, word }
  const write = (rows: AsyncIterable<(string | null)[][]>) => exportFile(format, title, columns, rows)
  return answerWithFile(staff, { ...beginning, fileName: fileNameOf(title, format, now), type, batches, write }, now, clock)
}
