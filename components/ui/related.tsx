import Link from "next/link"
import type { ReactNode } from "react"

export type RelatedItem = {
  href: string
  icon: ReactNode
  title: string
  sub?: string
  /** A status or a word at the right. */
  trailing?: ReactNode
}

/** Links to the records that belong to this one. */
export function Related({ items }: { items: readonly RelatedItem[] }) {
  return (
    <ul className="[&_svg]:size-4">
      {items.map((item) => (
        <li
          key={item.href + item.title}
          className="relative grid grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-2 border-line py-[7px] not-first:border-t"
        >
          <span className="text-ink-3" aria-hidden="true">
            {item.icon}
          </span>
          <span className="min-w-0">
            <Link
              href={item.href}
              prefetch={false}
              className="block truncate font-medium underline-offset-[3px] after:absolute after:inset-0 hover:underline hover:decoration-accent-line"
            >
              {item.title}
            </Link>
            {item.sub && <span className="block truncate text-ink-3">{item.sub}</span>}
          </span>
          <span className="text-ink-3">{item.trailing}</span>
        </li>
      ))}
    </ul>
  )
}
