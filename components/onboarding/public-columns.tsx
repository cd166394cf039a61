import type { ReactNode } from "react"

type PublicColumnsProps = { children: ReactNode; aside: ReactNode; asideLabel: string }

/** A public page: one column to read and fill, and what stands beside it; below it on a phone. */
export function PublicColumns({ children, aside, asideLabel }: PublicColumnsProps) {
  return (
    <div className="grid grid-cols-[minmax(0,584px)_300px] justify-between gap-x-24 pt-14 pb-20 max-l:gap-x-12 max-[980px]:grid-cols-1 max-m:pt-8 max-m:pb-14">
      <div className="min-w-0">{children}</div>
      <aside
        aria-label={asideLabel}
        className="sticky top-10 self-start border-l border-line-2 py-1 pl-7 text-15 leading-6 max-[980px]:static max-[980px]:mt-11 max-[980px]:border-t max-[980px]:border-l-0 max-[980px]:pt-7 max-[980px]:pl-0"
      >
        {aside}
      </aside>
    </div>
  )
}

/** A heading in the aside. */
export function AsideTitle({ children }: { children: string }) {
  return <h2 className="mb-1.5 text-15 leading-6 font-semi not-first:mt-6">{children}</h2>
}
