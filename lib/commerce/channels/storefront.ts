import { db, type Tx } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { isSlug } from "./slug"

/** How a storefront appears in letters: its name, and its address on the web; "" where it has none. */
export type Store = { storeName: string; storeUrl: string }

type Told = { name: string; storeUrl: string | null; isDefault: boolean }

const told = { name: true, storeUrl: true, isDefault: true } as const

const storeOf = ({ name, storeUrl, isDefault }: Told): Store => ({
  storeName: name,
  storeUrl: storeUrl ?? (isDefault ? env().appUrl.origin : ""),
})

/** The store that runs the house, for letters that are about no request. */
export const theHouse = (): Store => ({ storeName: env().STORE_NAME, storeUrl: env().appUrl.origin })

/** The stores at which requests were sent, by the ids of the prospects. */
export async function storesOfProspects(tx: Tx, prospectIds: readonly string[]): Promise<Map<string, Store>> {
  if (prospectIds.length === 0) return new Map()
  const rows = await tx.prospect.findMany({
    where: { id: { in: [...prospectIds] } },
    select: { id: true, storefront: { select: told } },
  })
  return new Map(rows.map(({ id, storefront }) => [id, storeOf(storefront)]))
}

/** The store at which a request was sent; that of the default channel where there is no request. */
export async function storeOfProspect(prospectId: string | null, tx: Tx = db): Promise<Store> {
  const stores = await storesOfProspects(tx, prospectId ? [prospectId] : [])
  return stores.get(prospectId ?? "") ?? storeOf(await tx.channel.findFirstOrThrow({ where: { isDefault: true }, select: told }))
}

/** The store for which a mail speaks that was posted with these ids; the house itself where that is none. */
export async function storeOfMail(about: unknown): Promise<Store> {
  const [channel] = await db.$queryRaw<Told[]>`
    select name, store_url as "storeUrl", is_default as "isDefault" from commerce.channel
    where code = (select platform.channel_of(${JSON.stringify(about ?? {})}::jsonb))`
  return channel ? storeOf(channel) : theHouse()
}

/** The open stores in which a partner is a customer, the default one first. */
export async function storesOfHierarchy(hierarchyId: string): Promise<Store[]> {
  const { inAllChannels, channels } = await db.hierarchy.findUniqueOrThrow({
    where: { id: hierarchyId },
    select: { inAllChannels: true, channels: true },
  })
  const stores = await db.channel.findMany({
    where: { archivedAt: null, ...(inAllChannels ? {} : { code: { in: channels } }) },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    select: told,
  })
  return stores.map(storeOf)
}

/** A storefront as the public meets it at the address of its form. */
export type Storefront = {
  slug: string
  name: string
  intro: string | null
  languages: string[]
  defaultLanguage: string
  isDefault: boolean
}

/** The storefront whose form stands at /request/at/`slug`, or without one at /request; null where none is open there. */
export async function findStorefront(slug: string | null): Promise<Storefront | null> {
  if (slug !== null && !isSlug(slug)) return null
  const found = await db.channel.findFirst({
    where: slug === null ? { isDefault: true } : { formSlug: slug, archivedAt: null },
    select: { formSlug: true, name: true, intro: true, languages: true, defaultLanguage: true, isDefault: true },
  })
  if (!found) return null
  const { formSlug, ...rest } = found
  return { slug: formSlug, ...rest }
}

let lastKnown: Storefront | undefined

/** The storefront whose form stands at /request. There is always one; while the database does not answer it is the one that was, so that the public page stands and keeps what is typed. */
export async function getDefaultStorefront(): Promise<Storefront> {
  const found = await findStorefront(null).catch((error: unknown) => {
    if (lastKnown) return lastKnown
    throw error
  })
  if (!found) throw new Error("There is no default channel.")
  lastKnown = found
  return found
}
