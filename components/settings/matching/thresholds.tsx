"use client"
import { Field, FieldError } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { type Verdict, verdicts } from "@/lib/sales/matching/matching-rules"
import type { RulesDraft } from "./rules-draft"

type ThresholdsProps = { draft: RulesDraft; isLocked: boolean; problem: string | null; onChange: (changes: Partial<RulesDraft>) => void }

/** From which score on a pair is called what. */
export function Thresholds({ draft, isLocked, problem, onChange }: ThresholdsProps) {
  return (
    <fieldset>
      <legend className="text-14 font-semi">Thresholds</legend>
      <p className="mb-3 text-ink-3">From which score of 100 on a pair is called what. Below possible it is not shown.</p>
      <div className="grid max-w-[420px] grid-cols-3 gap-4">
        {(Object.keys(verdicts) as Verdict[]).map((verdict) => (
          <Field key={verdict} label={`${verdicts[verdict]} from`}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="numeric"
                autoComplete="off"
                maxLength={3}
                disabled={isLocked}
                aria-invalid={problem ? true : undefined}
                value={draft.thresholds[verdict]}
                onChange={(event) => onChange({ thresholds: { ...draft.thresholds, [verdict]: event.target.value } })}
              />
            )}
          </Field>
        ))}
      </div>
      <div role="alert" className="mt-1.5">
        {problem && <FieldError id="thresholds-error" message={/expected number/i.test(problem) ? "A threshold is 1 to 100" : problem} />}
      </div>
    </fieldset>
  )
}
