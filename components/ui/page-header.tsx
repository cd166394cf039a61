import type { ReactNode } from "react"

type PageHeaderProps = {
  /** The page's heading; for a list the name of its view, which may open others. */
  title: ReactNode
  /** Beside the title, e.g. "21 leads". */
  count?: ReactNode
  /** Buttons at the right. */
  commands?: ReactNode
}

/** The title row of an office page. */
export function PageHeader({ title, count, commands }: PageHeaderProps) {
  return (
    <header className="flex min-h-[60px] flex-none flex-wrap items-center gap-x-3 pt-3.5 pr-5 pb-2.5 pl-6 max-m:pt-2 max-m:pr-3 max-m:pb-1.5 max-m:pl-4">
      <h1 className="min-w-0 text-20 font-title tracking-[-0.014em] max-m:text-[19px]">{title}</h1>
      {/* The two go on to the next line together; on a phone wide commands go on to one more. */}
      <div className="flex min-w-0 flex-auto items-center gap-x-3 max-m:flex-wrap max-m:gap-y-1">
        {count && <span className="min-w-0 text-ink-3 max-m:flex-[1_1_120px]">{count}</span>}
        {commands && <div className="page-commands">{commands}</div>}
      </div>
    </header>
  )
}
