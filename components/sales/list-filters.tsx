import { type ListQuery, type ListShape, listHref } from "@/lib/sales/list-query"
import type { Owner } from "@/lib/sales/owners"
import { codeWord } from "./code-word"
import { FilterSelect } from "./filter-select"

type FilterProps = { shape: ListShape; query: ListQuery }

/** The filter **Status**: one of the status reasons. */
export function StatusFilter({ shape, query }: FilterProps) {
  const choices = [null, ...shape.statuses].map((status) => ({
    value: status ?? "",
    label: status ? codeWord(status) : "Any",
    href: listHref(shape, query, { status }),
  }))
  return <FilterSelect label="Status" value={query.status} choices={choices} />
}

/** The filter **Owner**: me, nobody, or somebody. */
export function OwnerFilter({ shape, query, owners, viewerId }: FilterProps & { owners: readonly Owner[]; viewerId: string }) {
  const others = owners.filter(({ id }) => id !== viewerId).map(({ id, name }) => ({ value: id, label: name }))
  const choices = [{ value: "", label: "Anybody" }, { value: "me", label: "Me" }, { value: "none", label: "Unassigned" }, ...others].map(
    (choice) => ({
      ...choice,
      href: listHref(shape, query, { owner: choice.value || null }),
    }),
  )
  const value = query.owner === viewerId ? "me" : query.owner
  return <FilterSelect label="Owner" value={value} choices={choices} />
}
