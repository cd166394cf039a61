import type { ReactNode } from "react"

/** The heading of a sign-in or password page, with a sentence below it. */
export function AccountTitle({ children, intro }: { children: string; intro?: ReactNode }) {
  return (
    <div className="mb-7">
      <h1 className="text-32 font-title tracking-[-0.019em] text-balance">{children}</h1>
      {intro && <p className="mt-2 text-pretty text-ink-2 [&_b]:text-ink">{intro}</p>}
    </div>
  )
}
