"use client"
import { useDeferredValue, useEffect, useMemo, useState } from "react"
import { Section } from "@/components/ui/section"
import { Bone } from "@/components/ui/skeleton"
import { type MatchingRules, type Verdict, verdicts } from "@/lib/sales/matching/matching-rules"
import { rehearse, type Sample } from "@/lib/sales/matching/rehearse"
import { RehearsedChange } from "./rehearsed-change"

type RehearsalPanelProps = {
  inForce: MatchingRules
  /** Null while what is typed are no rules. */
  draft: MatchingRules | null
  isChanged: boolean
}

const mostExamples = 6
const listed = { appear: "Would appear", disappear: "Would disappear", change: "Would be called otherwise" } as const

/** What the rules on the left would change among recent records; moves as they are moved. */
export function RehearsalPanel({ inForce, draft, isChanged }: RehearsalPanelProps) {
  const sample = useSample()
  const settled = useDeferredValue(draft)
  const rehearsal = useMemo(
    () => (sample && sample !== "failed" && settled ? rehearse(sample, inForce, settled) : null),
    [sample, settled, inForce],
  )
  const total = rehearsal ? rehearsal.appear.length + rehearsal.disappear.length + rehearsal.change.length : 0
  return (
    <section
      aria-label="Rehearsal"
      className="sticky top-0 max-h-dvh self-start overflow-y-auto border-line px-6 py-5 max-m:static max-m:max-h-none max-m:border-t max-m:px-4"
    >
      <h2 className="text-14 font-semi">Rehearsal</h2>
      <p className="text-pretty text-ink-3">
        What these rules would change among the newest records, compared with everything. Nothing is saved until you save it.
      </p>
      {sample === null && <Bone className="mt-4 block" height={96} />}
      {sample === "failed" && <p className="mt-4 text-bad">Recent records could not be read. Reload the page to rehearse.</p>}
      {rehearsal && sample && sample !== "failed" && (
        <>
          <table className="mt-4 w-full max-w-[360px] tabular-nums">
            <thead>
              <tr className="text-12 text-ink-3">
                <th scope="col" className="text-left font-regular">
                  {`${sample.records.toLocaleString("en")} records`}
                </th>
                <th scope="col" className="w-16 text-right font-regular">
                  Now
                </th>
                <th scope="col" className="w-16 text-right font-regular">
                  Then
                </th>
              </tr>
            </thead>
            <tbody>
              {(Object.keys(verdicts) as Verdict[]).map((verdict) => {
                const { before, after } = rehearsal.found[verdict]
                return (
                  <tr key={verdict} className="border-t border-line">
                    <th scope="row" className="py-1.5 text-left font-regular">
                      {verdicts[verdict]}
                    </th>
                    <td className="text-right text-ink-2">{before}</td>
                    <td className={`text-right ${before === after ? "text-ink-2" : "font-semi"}`}>{after}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
          <p role="status" className="mt-3 mb-5 text-ink-2">
            {said(total, isChanged)}
          </p>
          {(Object.keys(listed) as (keyof typeof listed)[])
            .filter((key) => rehearsal[key].length > 0)
            .map((key) => (
              <Section key={key} title={`${listed[key]}: ${rehearsal[key].length}`}>
                <ul>
                  {rehearsal[key].slice(0, mostExamples).map((change) => (
                    <RehearsedChange key={change.one.id + change.other.id} change={change} />
                  ))}
                </ul>
                {rehearsal[key].length > mostExamples && (
                  <p className="pt-1.5 text-12 text-ink-3">{`And ${rehearsal[key].length - mostExamples} more.`}</p>
                )}
              </Section>
            ))}
        </>
      )}
      {sample && sample !== "failed" && !settled && <p className="mt-4 text-ink-2">Mend what is marked to rehearse.</p>}
    </section>
  )
}

function said(total: number, isChanged: boolean): string {
  if (!isChanged) return "These are the rules in force. Move something to see what it would change."
  return total === 0 ? "No pair among these records would change." : `${total === 1 ? "1 pair" : `${total} pairs`} would change.`
}

/** The records to rehearse on: null while they are read. */
function useSample(): Sample | "failed" | null {
  const [sample, setSample] = useState<Sample | "failed" | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    fetch("/settings/matching/sample", { signal: stop.signal })
      .then(async (response) => setSample(response.ok ? await response.json() : "failed"))
      .catch(() => stop.signal.aborted || setSample("failed"))
    return () => stop.abort()
  }, [])
  return sample
}
