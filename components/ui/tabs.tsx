import Link from "next/link"
import { cn } from "@/components/ui/cn"

export type Tab = { label: string; href: string; count?: number | string; current?: boolean }

/** Pages side by side as links; counts stay out of their names. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="flex flex-none gap-[22px] overflow-x-auto border-b border-line-2 px-6 max-m:px-4">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          prefetch={false}
          aria-current={tab.current ? "page" : undefined}
          className={cn(
            "relative flex h-10 flex-none items-center gap-[7px] -outline-offset-2 max-m:h-11",
            tab.current
              ? "font-semi text-ink after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent"
              : "font-medium text-ink-2 hover:text-ink",
          )}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span aria-hidden="true" className="text-12 font-regular text-ink-3 tabular-nums">
              {tab.count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
