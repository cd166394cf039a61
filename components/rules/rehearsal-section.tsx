"use client"
import type { ComponentType } from "react"
import { Section } from "@/components/ui/section"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import type { RehearsalView } from "@/lib/sales/rule-sets/queries"
import { mostMatched, mostRehearsed, rehearsedDays } from "@/lib/sales/rule-sets/rehearsal"
import type { Book } from "@/lib/sales/rule-sets/rule"
import { AssignmentRehearsed } from "./assignment-rehearsed"
import { EscalationRehearsed } from "./escalation-rehearsed"
import { kindNamed, type RuleKind } from "./kinds"
import { PolicyRehearsed } from "./policy-rehearsed"
import { RunProgress } from "./run-progress"
import { ScoringRehearsed } from "./scoring-rehearsed"

export type RehearsedProps<Found> = {
  found: Found
  book: Book
  people: Readonly<Record<string, string>>
  /** What one and many of those are called whom the rules were asked of. */
  noun: readonly [one: string, many: string]
}

const shown = {
  scoring: ScoringRehearsed,
  assignment: AssignmentRehearsed,
  policy: PolicyRehearsed,
  prospect_policy: PolicyRehearsed,
  escalation: EscalationRehearsed,
} as unknown as Record<RuleKind, ComponentType<RehearsedProps<unknown>>>

type RehearsalSectionProps = {
  kind: RuleKind
  rehearsal: RehearsalView
  /** Whether the rules on the screen say something else. */
  isStale: boolean
  people: Readonly<Record<string, string>>
}

/** **Rehearsal**: what rules would have done with what came in within the last ninety days. */
export function RehearsalSection({ kind, rehearsal, isStale, people }: RehearsalSectionProps) {
  const { state, found, book, actorName, startedAt, total, error, unknown } = rehearsal
  const Found = shown[kind]
  const { noun, fresh } = kindNamed(kind).subject
  return (
    <Section title="Rehearsal">
      <p className="mb-3 max-w-[70ch] text-pretty text-ink-2">
        {`What the rules would have done with the ${noun[1]} of the last ${rehearsedDays} days${total >= mostRehearsed ? `, the newest ${mostRehearsed.toLocaleString("en")}` : ""}. Each is judged as it is today, as if it were ${fresh}. Nothing was done. `}
        {actorName}, <Moment at={startedAt} />.
      </p>
      <div className="-mx-6 mb-3 empty:hidden max-m:-mx-4">
        {state === "running" && <RunProgress {...rehearsal} word="Rehearsing" noun={noun[1]} />}
        {state === "failed" && <Strip tone="bad">{error ?? "It broke off."}</Strip>}
        {isStale && state !== "running" && (
          <Strip tone="mute">The rules were changed since. Rehearse again to see what they would do now.</Strip>
        )}
      </div>
      {state !== "running" && unknown > 0 && (
        <p className="mb-3 max-w-[70ch] text-pretty text-ink-2">
          {`Of ${unknown.toLocaleString("en")} of the older ${noun[1]} it is not known what they were like when they came, whether possible duplicates or somebody known: that was looked up for the newest ${mostMatched.toLocaleString("en")} for which it makes a difference. They are left out below.`}
        </p>
      )}
      {state !== "running" && found !== null && <Found found={found} book={book} people={people} noun={noun} />}
    </Section>
  )
}
