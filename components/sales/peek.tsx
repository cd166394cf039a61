import { PeekFrame, type PeekFrameProps } from "@/components/shell/peek"
import { Section } from "@/components/ui/section"
import type { Story } from "@/lib/sales/get-story"
import { StoryDays } from "./story-days"

export type PeekProps = PeekFrameProps & { id: string; story: Story }

const latest = 6

/** A record of Sales beside its list, with what was said last. */
export function Peek({ id, story, children, ...frame }: PeekProps) {
  const { viewer, now } = story
  return (
    <PeekFrame {...frame}>
      {children}
      <Section title="Timeline">
        <StoryDays entries={story.entries.slice(0, latest)} around={{ here: id, now, said: null, viewer }} />
      </Section>
    </PeekFrame>
  )
}
