import { Section } from "@/components/ui/section"
import type { Story } from "@/lib/sales/get-story"
import { Ahead } from "./ahead"
import { Composer } from "./composer"
import { dayOf, StoryDays } from "./story-days"
import { TimelineFilter } from "./timeline-filter"
import type { Around } from "./timeline-item"
import { TimelineMore } from "./timeline-more"

type TimelineSectionProps = {
  /** The record that is shown: what is written goes there, and it need not be named again. */
  about: "lead" | "opportunity" | "account" | "contact"
  here: string
  story: Story
  /** What the applicant wrote, quoted where the request was submitted. */
  said?: string | null
}

/** Everything that happened to a record, newest first; above it what is still to be done, and a place to write. */
export function TimelineSection({ about, here, story, said = null }: TimelineSectionProps) {
  const { entries, next, ahead, show, viewer, of, now, refusal, fileLimits } = story
  const around: Around = { here, now, said, viewer }
  const last = entries.at(-1)
  return (
    <Section title="Timeline" aside={<TimelineFilter show={show} />}>
      {refusal === null && <Composer about={about} id={here} viewer={viewer} mayMessage={story.mayMessage} fileLimits={fileLimits} />}
      {(show === "all" || show === "tasks" || show === "appointments") && <Ahead entries={ahead} show={show} around={around} />}
      <StoryDays entries={entries} around={around} />
      {entries.length === 0 && next === null && (
        <p className="text-ink-3">{show === "all" ? "Nothing has happened yet." : "Nothing of this kind yet."}</p>
      )}
      {next && <TimelineMore key={next} of={of} show={show} after={next} around={around} lastDay={last ? dayOf(last.at) : null} />}
    </Section>
  )
}
