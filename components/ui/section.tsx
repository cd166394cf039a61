import { type ReactNode, useId } from "react"

type SectionProps = {
  title: string
  /** At the right of the title: a count or a small command. */
  aside?: ReactNode
  children: ReactNode
}

/** A titled part of a record column; a region by its title. */
export function Section({ title, aside, children }: SectionProps) {
  const titleId = useId()
  return (
    <section className="section" aria-labelledby={titleId}>
      <div className="mb-2.5 flex items-center gap-2">
        <h2 id={titleId} className="text-14 font-semi tracking-[-0.004em]">
          {title}
        </h2>
        {aside && <span className="section-aside ml-auto text-12 text-ink-3">{aside}</span>}
      </div>
      {children}
    </section>
  )
}
