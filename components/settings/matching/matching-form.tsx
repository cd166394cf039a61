"use client"
import { Check, RotateCcw } from "lucide-react"
import { type FormEvent, useMemo, useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { useToast } from "@/components/ui/toast"
import { changeMatchingRules } from "@/lib/sales/actions"
import { MatchingRules, usualRules } from "@/lib/sales/matching/matching-rules"
import { HouseLists } from "./house-lists"
import { RehearsalPanel } from "./rehearsal-panel"
import { draftOf, type RulesDraft, rulesOf } from "./rules-draft"
import { SignalStrengths } from "./signal-strengths"
import { Thresholds } from "./thresholds"

type MatchingFormProps = { rules: MatchingRules; version: number; reason: string | null }

/** The matching rules as managers edit them, and beside them what they would change. */
export function MatchingForm({ rules, version, reason }: MatchingFormProps) {
  const { showToast } = useToast()
  const [draft, setDraft] = useState(() => draftOf(rules))
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, start] = useTransition()
  const change = (changes: Partial<RulesDraft>) => {
    setRefused(null)
    setDraft((before) => ({ ...before, ...changes }))
  }
  const parsed = useMemo(() => MatchingRules.safeParse(rulesOf(draft)), [draft])
  const problems = parsed.success ? {} : problemsOf(parsed.error.issues)
  const isChanged = JSON.stringify(rulesOf(draft)) !== JSON.stringify(rules)
  const isUsual = JSON.stringify(rulesOf(draft)) === JSON.stringify(usualRules)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!parsed.success || busy) return
    start(async () => {
      const result = await changeMatchingRules({ version, rules: parsed.data }).catch(() => null)
      if (result?.ok) showToast({ title: "Saved", text: "Everything is compared anew in the background." })
      else setRefused(result?.error.message ?? "The server could not be reached. Try again.")
    })
  }
  const whyNot =
    reason ?? (!isChanged ? "Nothing is different from the rules in force." : parsed.success ? null : "Mend what is marked first.")
  return (
    <div className="grid grid-cols-[minmax(0,560px)_minmax(280px,1fr)] border-t border-line max-m:block">
      <form onSubmit={save} noValidate className="grid content-start gap-7 border-line px-6 py-5 m:border-r max-m:px-4">
        <SignalStrengths strengths={draft.strengths} isLocked={reason !== null} onChange={(strengths) => change({ strengths })} />
        <Thresholds draft={draft} isLocked={reason !== null} problem={problems.thresholds ?? null} onChange={change} />
        <HouseLists draft={draft} isLocked={reason !== null} problems={problems} onChange={change} />
        {refused && <Strip tone="bad">{refused}</Strip>}
        {problems.strengths && <FieldError id="strengths-error" message={problems.strengths} />}
        <div className="flex flex-wrap gap-2">
          <SubmitButton icon={<Check aria-hidden="true" />} busy={busy} busyLabel="Saving" reason={whyNot}>
            Save
          </SubmitButton>
          <Button
            icon={<RotateCcw aria-hidden="true" />}
            reason={reason ?? (isUsual ? "These are the usual rules." : null)}
            onClick={() => change(draftOf(usualRules))}
          >
            Usual rules
          </Button>
        </div>
      </form>
      <RehearsalPanel inForce={rules} draft={parsed.success ? parsed.data : null} isChanged={isChanged} />
    </div>
  )
}

/** The first problem of each part of the form. */
function problemsOf(issues: readonly { path: PropertyKey[]; message: string }[]): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const { path, message } of issues) problems[String(path[0])] ??= message
  return problems
}
