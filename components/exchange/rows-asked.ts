import type { RowFilter } from "@/lib/exchange/import/queries"
import type { SearchParams } from "@/lib/platform/list-query"
import { pageHref } from "@/lib/platform/page-href"

export type RowsAsked = { filter: RowFilter; after: number }

/** What the URL asks of an import's rows: which of them, and after which row. */
export function readRowsAsked(params: SearchParams, filters: readonly NonNullable<RowFilter>[]): RowsAsked {
  const after = Number(params.after)
  return {
    filter: filters.find((filter) => filter === params.rows) ?? null,
    after: Number.isInteger(after) && after > 0 && after < 1e9 ? after : 0,
  }
}

/** The same page with other rows. */
export function rowsHref(path: string, { filter, after }: RowsAsked): string {
  return pageHref(path, { rows: filter, after })
}
