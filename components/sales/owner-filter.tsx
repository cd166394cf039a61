import { ListFilter } from "@/components/shell/list-filter"
import type { ListQuery, ListShape } from "@/lib/platform/list-query"
import type { Owner } from "@/lib/sales/owners"

type OwnerFilterProps = { shape: ListShape; query: ListQuery; owners: readonly Owner[]; viewerId: string }

/** The filter **Owner**: me, nobody, or somebody. */
export function OwnerFilter({ owners, viewerId, ...list }: OwnerFilterProps) {
  const others = owners.filter(({ id }) => id !== viewerId).map(({ id, name }) => [id, name])
  const words = { me: "Me", none: "Unassigned", ...Object.fromEntries(others) }
  const { owner = null } = list.query.filters
  return <ListFilter {...list} name="owner" label="Owner" none="Anybody" words={words} value={owner === viewerId ? "me" : owner} />
}
