import type { ItemFilter } from "@/lib/bulk/queries"
import type { SearchParams } from "@/lib/platform/list-query"

export type ItemsAsked = { filter: ItemFilter; after: number }

/** What the URL asks of a run's records: which of them, and after which place. */
export function readItemsAsked(params: SearchParams, filters: readonly NonNullable<ItemFilter>[]): ItemsAsked {
  const after = Number(params.after)
  return {
    filter: filters.find((filter) => filter === params.items) ?? null,
    after: Number.isInteger(after) && after > 0 && after < 1e9 ? after : 0,
  }
}

/** The same page with other records. */
export function itemsHref(path: string, { filter, after }: ItemsAsked): string {
  const text = new URLSearchParams({ ...(filter ? { items: filter } : {}), ...(after > 0 ? { after: String(after) } : {}) }).toString()
  return text ? `${path}?${text}` : path
}
