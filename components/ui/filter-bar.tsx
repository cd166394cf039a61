import { X } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"

/** The row between a list's title and its grid: search box, chips, a way to clear. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className="filter-bar">{children}</div>
}

type FilterChipProps = {
  label: string
  value: string
  removeHref: string
  /** What its link removes, where the label does not say it. */
  name?: string
}

/** A filter that holds, with a link that removes it. */
export function FilterChip({ label, value, removeHref, name = label }: FilterChipProps) {
  return (
    <span className="inline-flex h-[30px] max-w-full items-center rounded-2 border border-line-2 bg-sheet whitespace-nowrap max-m:h-10">
      {label && <span className="flex-none pl-2.5 text-ink-3">{label}</span>}
      <span className={`max-w-[360px] truncate pr-1 font-medium ${label ? "pl-[5px]" : "pl-2.5"}`}>{value}</span>
      <Link
        href={removeHref}
        prefetch={false}
        replace
        scroll={false}
        aria-label={`Remove filter ${name}`}
        className="grid h-7 w-[26px] flex-none place-items-center rounded-2 text-ink-3 hover:bg-sheet-hover hover:text-ink max-m:h-9 max-m:w-9"
      >
        <X size={14} aria-hidden="true" />
      </Link>
    </span>
  )
}
