import type { ReactNode } from "react"
import { Section } from "@/components/ui/section"
import type { Story } from "@/lib/sales/get-story"
import { PeekClose } from "./peek-close"
import { StoryDays } from "./story-days"

export type PeekProps = {
  id: string
  title: string
  href: string
  /** Its state in a line. */
  facts: ReactNode
  commands: ReactNode
  story: Story
  children: ReactNode
}

const latest = 6

/** A record beside its list: what it is, its commands, what belongs to it, and what was said last. */
export function Peek({ id, title, href, facts, commands, story, children }: PeekProps) {
  const { viewer, now } = story
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
      <Section title="Timeline">
        <StoryDays entries={story.entries.slice(0, latest)} around={{ here: id, now, said: null, viewer }} />
      </Section>
    </aside>
  )
}
