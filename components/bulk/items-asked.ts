import type { ItemFilter } from "@/lib/bulk/queries"
import type { SearchParams } from "@/lib/platform/list-query"
import { pageHref } from "@/lib/platform/page-href"

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
  return pageHref(path, { items: filter, after })
}
