import type { ReactNode } from "react"
import { Section } from "@/components/ui/section"
import type { MergeKind } from "@/lib/sync/merge-fields"
import type { ComparedSide } from "@/lib/sync/merge-preview"
import { WhenNotToMerge } from "./when-not-to-merge"

type MergeOutcomeProps = { kind: MergeKind; primary: ComparedSide; loser: ComparedSide; children?: ReactNode }

/** What moves, what happens in Commerce, and when it is better left. */
export function MergeOutcome({ kind, primary, loser, children }: MergeOutcomeProps) {
  return (
    <div className="merge-outcome" aria-live="polite">
      <Section title={`Moves to ${primary.label}`}>
        {loser.has.length === 0 ? (
          <p className="text-ink-3">Nothing belongs to {loser.label} yet.</p>
        ) : (
          <ul className="grid gap-1">
            {loser.has.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="In Commerce">
        <ul className="grid gap-1.5">
          {primary.commerce.map((sentence) => (
            <li key={sentence} className="text-pretty wrap-anywhere">
              {sentence.split(/([A-Z]+-\d+)/).map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence stay in their places
                <span key={at} className={at % 2 === 1 ? "whitespace-nowrap" : undefined}>
                  {part}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Section>
      {children}
      <WhenNotToMerge kind={kind} />
    </div>
  )
}
