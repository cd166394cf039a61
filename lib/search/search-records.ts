import { searchCommerce } from "@/lib/commerce/search"
import type { Staff } from "@/lib/identity/actor"
import { searchSales } from "@/lib/sales/search"
import { type Hit, isSearchedKind } from "./kinds"

/** What is looked for in all records that a person may read: `limit` at most of each kind, the best first. One statement a store. */
export async function searchRecords({ staffRole }: Pick<Staff, "staffRole">, typed: string, limit: number): Promise<Hit[]> {
  const found = await Promise.all([searchSales(staffRole, typed, limit), searchCommerce(staffRole, typed, limit)])
  return found
    .flat()
    .toSorted((one, other) => one.rank - other.rank || other.at.getTime() - one.at.getTime())
    .flatMap(({ kind, id, title, sub, state, rank }) => (isSearchedKind(kind) ? [{ kind, id, title, sub, state, rank }] : []))
}
