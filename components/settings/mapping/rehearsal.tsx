import { RecordLink } from "@/components/shell/record-link"
import { Section } from "@/components/ui/section"
import { fieldsOf, partNames, type Rehearsed } from "@/lib/sync/conversion/mapping-rules"
import { shown } from "./shown"

const mostTold = 8

type RehearsalProps = { rehearsed: readonly Rehearsed[]; isChanged: boolean }

/** **Rehearsal**: what the changed mapping would write differently for the newest leads, one by one. */
export function Rehearsal({ rehearsed, isChanged }: RehearsalProps) {
  const different = rehearsed.filter(({ differs }) => differs.length > 0)
  return (
    <Section title="Rehearsal" aside={isChanged ? `${different.length} of ${rehearsed.length}` : undefined}>
      {!isChanged ? (
        <p className="text-ink-2">
          Change a field, and this says what would be written differently for the newest {rehearsed.length} leads.
        </p>
      ) : different.length === 0 ? (
        <p className="text-ink-2">Nothing would be written differently for the newest {rehearsed.length} leads.</p>
      ) : (
        <ul className="grid">
          {different.slice(0, mostTold).map(({ sample, differs }, place) => (
            <li key={sample.id} className="border-line py-2 wrap-anywhere not-first:border-t">
              <details open={place === 0}>
                <summary className="cursor-pointer rounded-2">
                  <span className="font-medium">{sample.label}</span>
                  <span className="text-ink-3">, {differs.length === 1 ? "1 field" : `${differs.length} fields`}</span>
                </summary>
                <ul className="mt-1.5 ml-4 grid gap-1.5">
                  {differs.map(({ part, key, before, after }) => {
                    const field = fieldsOf(part)[key] ?? { label: key, kind: "text" }
                    return (
                      <li key={`${part}.${key}`}>
                        {field.label} <span className="text-ink-3">of {partNames[part].to}</span>
                        <span className="block text-ink-2">
                          <span className="text-ink-3">{shown(field, before) ?? "empty"}</span> → {shown(field, after) ?? "empty"}
                        </span>
                      </li>
                    )
                  })}
                  <li>
                    <RecordLink kind="lead" id={sample.id}>
                      Open the lead
                    </RecordLink>
                  </li>
                </ul>
              </details>
            </li>
          ))}
          {different.length > mostTold && (
            <li className="border-t border-line py-2 text-ink-3">and {different.length - mostTold} more leads</li>
          )}
        </ul>
      )}
    </Section>
  )
}
