import { Check, ChevronDown } from "lucide-react"
import type { ReactNode } from "react"
import { Menu } from "@/components/ui/menu"
import { MenuLink } from "@/components/ui/menu-items"

export type ViewChoice = { label: string; href: string; count?: number | string; current?: boolean }

type PageHeaderProps = {
  /** The page's heading; for a list the name of its view. */
  title: string
  /** Other views of the same list; turns the title into their picker. */
  views?: readonly ViewChoice[]
  /** Beside the title, e.g. "21 leads". */
  count?: ReactNode
  /** Buttons at the right. */
  commands?: ReactNode
}

/** The title row of an office page. */
export function PageHeader({ title, views, count, commands }: PageHeaderProps) {
  return (
    <header className="flex min-h-[60px] flex-none flex-wrap items-center gap-x-3 pt-3.5 pr-5 pb-2.5 pl-6 max-m:pt-2 max-m:pr-3 max-m:pb-1.5 max-m:pl-4">
      <h1 className="text-20 font-title tracking-[-0.014em] max-m:text-[19px]">
        {views ? <ViewPicker title={title} views={views} /> : title}
      </h1>
      {count && <span className="text-ink-3">{count}</span>}
      {commands && <div className="page-commands">{commands}</div>}
    </header>
  )
}

function ViewPicker({ title, views }: { title: string; views: readonly ViewChoice[] }) {
  const trigger = (
    <>
      {title}
      <ChevronDown size={16} className="flex-none text-ink-3" aria-hidden="true" />
    </>
  )
  return (
    <Menu
      trigger={trigger}
      triggerClassName="-ml-2 inline-flex min-h-9 items-center gap-1.5 rounded-2 px-2 text-left hover:bg-sheet-hover max-m:min-h-11"
    >
      {views.map((view) => (
        <MenuLink
          key={view.href}
          href={view.href}
          count={view.count}
          current={view.current}
          icon={view.current ? <Check aria-hidden="true" /> : <span className="size-4 flex-none" />}
        >
          {view.label}
        </MenuLink>
      ))}
    </Menu>
  )
}
