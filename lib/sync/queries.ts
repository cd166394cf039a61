import { db } from "@/lib/platform/db"
import { type MapKey, type MapState, mapKeys, mapStates, tableMaps } from "./maps"

export type MapView = {
  key: MapKey
  name: string
  from: string
  to: string
  state: MapState
  word: string
  changedAt: Date
  changedBy: string | null
}

/** The four table maps in the order in which a partner travels them: how each stands, since when, by whom. */
export async function listMaps(): Promise<MapView[]> {
  const rows = await db.tableMap.findMany()
  return mapKeys.flatMap((key) => {
    const row = rows.find((one) => one.key === key)
    if (!row) return []
    const { state, changedAt, changedBy } = row
    return [{ key, ...tableMaps[key], state, word: mapStates[state], changedAt, changedBy }]
  })
}

const pageSize = 50
const select = {
  seq: true,
  map: true,
  at: true,
  state: true,
  operation: true,
  sourceKind: true,
  sourceId: true,
  sourceLabel: true,
  targetKind: true,
  targetId: true,
  targetLabel: true,
} as const

type Asked = { filters: { map: string | null }; after: string | null; before: string | null }

const seqOf = (cursor: string | null): bigint | null => (cursor && /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : null)

/** A page of what dual-write wrote, newest first, of one map or all; cursors are places in the ledger. */
export async function listDualWrites({ filters, after, before }: Asked) {
  const [older, newer] = [seqOf(after), seqOf(before)]
  const isBack = newer !== null
  const beyond = isBack ? { seq: { gt: newer } } : older !== null ? { seq: { lt: older } } : {}
  const map = mapKeys.find((key) => key === filters.map)
  const found = await db.dualWrite.findMany({
    where: { ...(map ? { map } : {}), ...beyond },
    orderBy: { seq: isBack ? "asc" : "desc" },
    take: pageSize + 1,
    select,
  })
  const isMore = found.length > pageSize
  const page = isBack ? found.slice(0, pageSize).reverse() : found.slice(0, pageSize)
  const rows = page.map(({ seq, ...row }) => ({ ...row, id: String(seq), mapName: tableMaps[row.map].name }))
  return {
    rows,
    previous: (isBack ? isMore : older !== null) ? (rows[0]?.id ?? null) : null,
    next: isBack || isMore ? (rows.at(-1)?.id ?? null) : null,
  }
}

export type DualWriteListRow = Awaited<ReturnType<typeof listDualWrites>>["rows"][number]
