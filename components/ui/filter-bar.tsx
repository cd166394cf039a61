import { X } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"

/** The row between a list's title and its grid: search box, chips, a way to clear. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className="filter-bar">{children}</div>
}

type FilterChipProps = { label: string; value: string; removeHref: string }

/** A filter that holds, with a link that removes it. */
export function FilterChip({ label, value, removeHref }: FilterChipProps) {
  return (
    <span className="inline-flex h-[30px] items-center rounded-2 border border-line-2 bg-sheet whitespace-nowrap max-m:h-10">
      <span className="pl-2.5 text-ink-3">{label}</span>
      <span className="pr-1 pl-[5px] font-medium">{value}</span>
      <Link
        href={removeHref}
        prefetch={false}
        aria-label={`Remove filter ${label}`}
        className="grid h-7 w-[26px] place-items-center rounded-2 text-ink-3 hover:bg-sheet-hover hover:text-ink max-m:h-9 max-m:w-9"
      >
        <X size={14} aria-hidden="true" />
      </Link>
    </span>
  )
}
