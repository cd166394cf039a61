import type { ReactNode } from "react"
import { PeekClose } from "./list/peek-close"

export type PeekFrameProps = {
  title: string
  href: string
  /** Its state in a line. */
  facts: ReactNode
  commands: ReactNode
  children: ReactNode
}

/** The frame of a record beside its list: what it is, its commands, and what belongs to it. */
export function PeekFrame({ title, href, facts, commands, children }: PeekFrameProps) {
  return (
    <aside className="peek" aria-label={`Preview of ${title}`}>
      <header className="grid gap-2.5 px-5 pt-4 pb-4">
        <div className="flex items-start gap-2">
          <h2 className="min-w-0 flex-1 text-16 font-title wrap-anywhere">
            <a className="hover:underline" href={href}>
              {title}
            </a>
          </h2>
          <PeekClose />
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">{facts}</div>
        <div className="flex flex-wrap gap-2">{commands}</div>
      </header>
      {children}
    </aside>
  )
}
