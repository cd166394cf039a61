import { FilterChip } from "@/components/ui/filter-bar"
import { countryName } from "@/lib/platform/countries"
import { allOf, type Filter, filterWords, isJoined, parts } from "@/lib/platform/filter"
import { listHref } from "@/lib/platform/list-href"
import type { ListQuery, WorkShape } from "@/lib/platform/list-query"

type FilterChipsProps = { shape: WorkShape; query: ListQuery; people: Readonly<Record<string, string>> }

/** What the view is filtered by, in words: a chip for each thing that must hold. */
export function FilterChips({ shape, query, people }: FilterChipsProps) {
  const { where } = query
  if (!where) return null
  const all = isJoined(where) && where[0] === "and" ? parts(where) : [where]
  return all.map((part, place) => {
    const words = filterWords(part, { fields: shape.fields, people, countryName })
    const label = labelOf(shape, part)
    return (
      <FilterChip
        key={words}
        label={label}
        value={label ? words.slice(label.length + 1) : words}
        name={words}
        removeHref={listHref(shape, query, { where: allOf(all.filter((_, other) => other !== place)) })}
      />
    )
  })
}

const labelOf = ({ fields }: WorkShape, part: Filter): string => (isJoined(part) ? "" : (fields[part[0]]?.label ?? ""))
