import { FilterSelect } from "@/components/shell/filter-select"
import { type ListQuery, type ListShape, listHref } from "@/lib/platform/list-query"

type ListFilterProps = { shape: ListShape; query: ListQuery; name: string; label: string; all: string; words: Record<string, string> }

/** A filter of a list by one of its choices. */
export function ListFilter({ shape, query, name, label, all, words }: ListFilterProps) {
  const hrefOf = (value: string | null) => listHref(shape, query, { filters: { [name]: value } })
  const choices = Object.entries(words).map(([value, word]) => ({ value, label: word, href: hrefOf(value) }))
  return <FilterSelect label={label} all={all} value={query.filters[name] ?? ""} choices={choices} allHref={hrefOf(null)} />
}
