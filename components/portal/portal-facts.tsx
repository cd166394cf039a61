import type { ReactNode } from "react"

export type PortalFact = { label: string; value: ReactNode }

type PortalFactsProps = { title: string; facts: readonly PortalFact[]; children?: ReactNode }

/** A part of a portal page: labels and what stands there. What is not given is left out. */
export function PortalFacts({ title, facts, children }: PortalFactsProps) {
  return (
    <section className="border-t border-line-2 pt-5 pb-8">
      <h2 className="mb-3 text-18 font-title tracking-[-0.012em]">{title}</h2>
      <dl className="grid grid-cols-[180px_minmax(0,1fr)] gap-x-6 gap-y-2.5 max-m:grid-cols-1 max-m:gap-y-0.5">
        {facts
          .filter(({ value }) => value)
          .map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="text-ink-3">{label}</dt>
              <dd className="wrap-anywhere max-m:mb-2.5">{value}</dd>
            </div>
          ))}
      </dl>
      {children && <div className="mt-4">{children}</div>}
    </section>
  )
}
