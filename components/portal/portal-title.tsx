import type { ReactNode } from "react"

type PortalTitleProps = { children: string; intro?: ReactNode; command?: ReactNode }

/** The heading of one of the partner's own pages, with its command at the right. */
export function PortalTitle({ children, intro, command }: PortalTitleProps) {
  return (
    <div className="mb-7 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <h1 className="text-32 font-title tracking-[-0.019em] text-balance max-m:text-24">{children}</h1>
        {intro && <p className="mt-1.5 text-16 text-pretty text-ink-2">{intro}</p>}
      </div>
      {command}
    </div>
  )
}
