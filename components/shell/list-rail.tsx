import { pageRange } from "@/components/shell/page-range"
import { Pager } from "@/components/ui/pager"
import { Rail } from "@/components/ui/rail"
import { type ListQuery, type ListShape, listHref } from "@/lib/platform/list-query"

type ListRailProps = {
  shape: ListShape
  query: ListQuery
  page: { place: number; total: number; isMore: boolean; rows: readonly unknown[]; previous: string | null; next: string | null }
  /** More keys to name, such as those of the list's commands. */
  keys?: readonly { keys: readonly string[]; word: string }[]
  /** False where rows have no page of their own, so that no keys work on them. */
  hasKeys?: boolean
}

/** The rail under a list with its pages. */
export function ListRail({ shape, query, page, keys, hasKeys = true }: ListRailProps) {
  const pager = (
    <Pager
      range={pageRange(page)}
      previousHref={page.previous && listHref(shape, query, { before: page.previous })}
      nextHref={page.next && listHref(shape, query, { after: page.next })}
    />
  )
  return hasKeys ? <Rail keys={keys}>{pager}</Rail> : <div className="rail sticky bottom-0 mt-auto">{pager}</div>
}
