import type { ReactNode } from "react"

export type Fact = {
  label: string
  /** Null or empty reads as "Not given". */
  value: ReactNode
}

/** Labels and values. `wide` gives long labels 106 px in place of 92. */
export function Facts({ items, wide }: { items: readonly Fact[]; wide?: boolean }) {
  return (
    <dl className="facts" data-wide={wide || undefined}>
      {items.map((item) => (
        <Row key={item.label} {...item} />
      ))}
    </dl>
  )
}

function Row({ label, value }: Fact) {
  const empty = value === null || value === undefined || value === ""
  return (
    <>
      <dt>{label}</dt>
      <dd>{empty ? <span className="text-ink-3">Not given</span> : value}</dd>
    </>
  )
}
