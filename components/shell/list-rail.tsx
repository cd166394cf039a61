import { pageRange } from "@/components/shell/page-range"
import { Pager } from "@/components/ui/pager"
import { Rail } from "@/components/ui/rail"
import { listHref } from "@/lib/platform/list-href"
import type { ListQuery, ListShape } from "@/lib/platform/list-query"

type ListRailProps = {
  shape: ListShape
  query: ListQuery
  page: { place: number | null; total: number; isMore: boolean; rows: readonly unknown[]; previous: string | null; next: string | null }
}

/** The rail under a list with its pages. */
export function ListRail({ shape, query, page }: ListRailProps) {
  return (
    <Rail>
      <Pager
        range={pageRange(page)}
        previousHref={page.previous && listHref(shape, query, { before: page.previous })}
        nextHref={page.next && listHref(shape, query, { after: page.next })}
      />
    </Rail>
  )
}
