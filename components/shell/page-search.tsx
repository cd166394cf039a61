import { SearchX } from "lucide-react"
import type { ReactNode } from "react"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { FilterBar } from "@/components/ui/filter-bar"
import { SearchBox } from "@/components/ui/search-box"

type PageSearchProps = { path: string; label: string; q: string; keep?: Record<string, string | undefined>; children?: ReactNode }

/** The search of a list that stands on one page whole; its filters go beside it. */
export function PageSearch({ path, label, q, keep, children }: PageSearchProps) {
  return (
    <FilterBar>
      <SearchBox action={path} label={label} q={q} keep={keep} live />
      {children}
    </FilterBar>
  )
}

/** What stands in place of a table in which nothing holds what is searched for. */
export function NothingHolds({ noun, path }: { noun: string; path: string }) {
  return (
    <Empty
      icon={<SearchX />}
      title={`No ${noun} found`}
      text="Nothing here holds what you search for."
      actions={<ButtonLink href={path}>Clear search</ButtonLink>}
    />
  )
}
