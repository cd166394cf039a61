import type { ReactNode } from "react"

/** The heading of a public page, with a sentence below it. */
export function PublicTitle({ children, intro }: { children: string; intro?: ReactNode }) {
  return (
    <>
      <h1 className="text-40 font-title tracking-[-0.019em] text-balance max-m:text-32">{children}</h1>
      {intro && (
        <p className="mt-3.5 max-w-[34em] text-18 text-pretty text-ink-2 max-m:text-[17px] max-m:leading-[27px] [&_b]:text-ink">{intro}</p>
      )}
    </>
  )
}
