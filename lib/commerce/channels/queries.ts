import { cache } from "react"
import { db, type Tx } from "@/lib/platform/db"

const shown = {
  id: true,
  code: true,
  name: true,
  storeUrl: true,
  languages: true,
  defaultLanguage: true,
  formSlug: true,
  intro: true,
  letterProfileId: true,
  letterProfile: { select: { name: true } },
  isDefault: true,
  archivedAt: true,
  version: true,
} as const

/** Every channel: the default first, then by name, the archived ones last. There is always a default. */
export const listChannels = (tx: Tx = db) =>
  tx.channel.findMany({ select: shown, orderBy: [{ isDefault: "desc" }, { archivedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }] })

export type ChannelRow = Awaited<ReturnType<typeof listChannels>>[number]

/** How many requests wait in each channel, by its code. */
export async function countPending(): Promise<Record<string, number>> {
  const counted = await db.prospect.groupBy({ by: ["channel"], where: { status: "pending" }, _count: true })
  return Object.fromEntries(counted.map(({ channel, _count }) => [channel, _count]))
}

/** The names of channels by their codes; read once in a request. */
export const channelNames = cache(async (): Promise<Record<string, string>> => {
  const rows = await db.channel.findMany({ select: { code: true, name: true }, orderBy: { name: "asc" } })
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]))
})

export type ChannelChoice = { code: string; name: string; isDefault: boolean; isArchived: boolean }

/** The channels in which something can be that is in some already: those that are open, and the archived ones among its own. */
export async function listChannelChoices({ channels }: { channels: readonly string[] }): Promise<ChannelChoice[]> {
  const rows = await db.channel.findMany({
    where: { OR: [{ archivedAt: null }, { code: { in: [...channels] } }] },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    select: { code: true, name: true, isDefault: true, archivedAt: true },
  })
  return rows.map(({ archivedAt, ...row }) => ({ ...row, isArchived: archivedAt !== null }))
}

const mostCounted = 10_000

export type HierarchyCounts = { named: Record<string, number>; everywhere: number }

/** How many hierarchies belong to each channel by name, and how many to all of them; each up to one more than are counted. */
export async function countHierarchies(): Promise<HierarchyCounts> {
  const rows = await db.$queryRaw<{ code: string; named: number; everywhere: number }[]>`
    select c.code,
      (select count(*)::int from (select 1 from commerce.hierarchy h where h.channels @> array[c.code] limit ${mostCounted + 1}) counted) as named,
      (select count(*)::int from (select 1 from commerce.hierarchy h where h.in_all_channels limit ${mostCounted + 1}) counted) as everywhere
    from commerce.channel c`
  return { named: Object.fromEntries(rows.map(({ code, named }) => [code, named])), everywhere: rows[0]?.everywhere ?? 0 }
}

export type ChannelDeed = {
  id: string
  at: Date
  move: string
  by: string
  changes: { field: string; from: string | null; to: string | null }[]
}

const mostDeeds = 20

/** What was done to each channel, newest first, up to twenty deeds of each. */
export async function listChannelHistory(ids: readonly string[]): Promise<Record<string, ChannelDeed[]>> {
  const found = await Promise.all(
    ids.map(async (id): Promise<[string, ChannelDeed[]]> => {
      const deeds = await db.auditEntry.findMany({
        where: { recordIds: { has: id }, recordKind: "channel" },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: mostDeeds,
        select: { id: true, at: true, move: true, actorName: true },
      })
      const changes = await db.fieldChange.findMany({
        where: { auditId: { in: deeds.map((deed) => deed.id) } },
        select: { auditId: true, field: true, from: true, to: true },
      })
      const of = (deedId: string) => changes.flatMap(({ auditId, ...change }) => (auditId === deedId ? [change] : []))
      return [id, deeds.map(({ actorName, ...deed }) => ({ ...deed, by: actorName, changes: of(deed.id) }))]
    }),
  )
  return Object.fromEntries(found)
}
