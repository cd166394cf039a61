import type { EscalationRehearsal } from "@/lib/sales/escalation/rehearse"
import type { RehearsedProps } from "./rehearsal-section"
import { RehearsedTable } from "./rehearsed-table"
import { ShareBar } from "./share-bar"

const figure = (count: number) => count.toLocaleString("en")

/** What escalation rules would have been for: warnings and breaches that were noticed, rule by rule. */
export function EscalationRehearsed({ found: { events, escalated, byRule, list }, book }: RehearsedProps<EscalationRehearsal>) {
  return (
    <>
      <p className="mb-3">
        <b className="font-semi">{`${figure(escalated)} of ${figure(events)} warnings and breaches`}</b> would have been escalated. Leads
        are judged with the owner, the rating and the timers that they have today.
      </p>
      <ul className="grid gap-1.5" aria-label="Escalations by rule">
        {book.rules
          .filter(({ id }) => byRule[id])
          .map(({ id, name }) => (
            <ShareBar key={id} label={name} count={byRule[id] ?? 0} of={escalated} />
          ))}
      </ul>
      <RehearsedTable
        label="Warnings and breaches that would have been escalated"
        heads={["What", "Rule"]}
        total={escalated}
        rows={list.map(({ id, key, label, what, rule }) => ({ id, key, label, cells: [what, rule] }))}
      />
    </>
  )
}
