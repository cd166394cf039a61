import { inLane } from "./lane-query"
import { countWork } from "./lanes"
import type { ListQuery, SearchParams } from "./list-query"
import { type ListSource, readListed, readListOn, shownFields } from "./list-source"
import { type PackedStretch, packRows } from "./list-wire"
import { isRecordId } from "./record-href"

const mostIds = 200

/**
 * What `GET <list>/rows` answers: the page after or before a cursor or at the end; with `ids=` those rows as they are now;
 * with `count=1` how many rows there are.
 */
export function answerRows<Viewer extends { id: string }>(
  source: ListSource,
  open: (viewer: Viewer, params: SearchParams) => Promise<ListQuery>,
) {
  return async (viewer: Viewer, request: Request): Promise<Response> => {
    const { id: viewerId } = viewer
    const params: SearchParams = Object.fromEntries(new URL(request.url).searchParams)
    const now = new Date()
    const query = inLane(source.shape, await open(viewer, params), params.lane)
    if (params.count === "1") return Response.json(await countWork(source, viewerId, query, now))
    const fields = shownFields(source.shape, query).flatMap((name) => source.shape.fields[name] ?? [])
    if (typeof params.ids === "string") {
      const ids = params.ids.split(",").filter(isRecordId).slice(0, mostIds)
      return Response.json({ rows: packRows(fields, await readListed(source, viewerId, query, ids, now)) })
    }
    const stretch = await readListOn(source, viewerId, query, { ...query, isEnd: params.end === "1" }, now)
    return Response.json({ ...stretch, rows: packRows(fields, stretch.rows) } satisfies PackedStretch)
  }
}
