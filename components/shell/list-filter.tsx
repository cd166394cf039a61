import { FilterSelect } from "@/components/shell/filter-select"
import { listHref } from "@/lib/platform/list-href"
import type { ListQuery, ListShape } from "@/lib/platform/list-query"

type ListFilterProps = {
  shape: ListShape
  query: ListQuery
  name: string
  label: string
  /** Each choice with its word. */
  words: Record<string, string>
  /** What stands there while the filter is off. */
  none?: string
  value?: string | null
}

/** A filter of a list by one of its choices. */
export function ListFilter({ shape, query, name, label, words, none = "Any", value = query.filters[name] ?? null }: ListFilterProps) {
  const hrefOf = (chosen: string | null) => listHref(shape, query, { filters: { [name]: chosen } })
  const choices = Object.entries(words).map(([chosen, word]) => ({ value: chosen, label: word, href: hrefOf(chosen) }))
  return <FilterSelect label={label} value={value} choices={[{ value: "", label: none, href: hrefOf(null) }, ...choices]} />
}
