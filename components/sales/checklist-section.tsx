"use client"
import { useOptimistic, useTransition } from "react"
import { Checkbox } from "@/components/ui/checkbox"
import { Section } from "@/components/ui/section"
import { Moment } from "@/components/ui/time"
import { useToast } from "@/components/ui/toast"
import { tickStep } from "@/lib/sales/actions"
import type { TickedStep } from "@/lib/sales/checklist/queries"
import { opportunityStages, type Stage, stages } from "@/lib/sales/opportunities/rules"

type ChecklistSectionProps = { opportunityId: string; stage: Stage; steps: readonly TickedStep[]; refusal: string | null }

/** **Onboarding checklist**: what each stage asks for, ticked where it is done. The current stage lies open. */
export function ChecklistSection({ opportunityId, stage, steps, refusal }: ChecklistSectionProps) {
  const { showToast } = useToast()
  const [, start] = useTransition()
  const [ticks, tick] = useOptimistic<Record<string, boolean>>({})
  const isDone = ({ id, done }: TickedStep) => ticks[id] ?? done !== null
  const change = (step: TickedStep, to: boolean) =>
    start(async () => {
      tick({ ...ticks, [step.id]: to })
      const result = await tickStep({ opportunityId, stepId: step.id, isDone: to }).catch(() => null)
      if (!result?.ok)
        showToast({ tone: "bad", title: "Not ticked", text: result?.error.message ?? "The server could not be reached. Try again." })
    })
  return (
    <Section title="Onboarding checklist" aside={`${steps.filter(isDone).length} of ${steps.length}`}>
      {refusal && <p className="mb-2 text-12 text-ink-3">{refusal}</p>}
      {opportunityStages.map((one) => {
        const here = steps.filter((step) => step.stage === one)
        if (here.length === 0) return null
        return (
          <details key={one} open={one === stage} className="border-line py-1.5 not-first:border-t">
            <summary className="font-medium">
              {stages[one].word} <span className="text-12 text-ink-3">{`${here.filter(isDone).length} of ${here.length} done`}</span>
            </summary>
            <div className="grid gap-2 pt-2 pb-1">
              {here.map((step) => (
                <Checkbox
                  key={step.id}
                  label={step.text}
                  checked={isDone(step)}
                  disabled={refusal !== null}
                  onChange={(event) => change(step, event.target.checked)}
                  hint={
                    step.done && (
                      <>
                        {step.done.by}, <Moment at={step.done.at} />
                      </>
                    )
                  }
                />
              ))}
            </div>
          </details>
        )
      })}
    </Section>
  )
}
