"use client"
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react"
import { useState } from "react"
import { CommandDialog } from "@/components/shell/command-dialog"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Section } from "@/components/ui/section"
import { TextInput } from "@/components/ui/text-input"
import { addStep, editStep, moveStep, removeStep } from "@/lib/sales/actions"
import type { Step } from "@/lib/sales/checklist/queries"
import { opportunityStages, type Stage, stages } from "@/lib/sales/opportunities/rules"
import { MoveButton } from "./move-button"

type ChecklistStepsProps = { steps: readonly Step[]; reason: string | null }

type Opened = { do: "add"; stage: Stage } | { do: "edit" | "remove"; step: Step }

/** The onboarding checklist as managers edit it: steps by stage, in their order. */
export function ChecklistSteps({ steps, reason }: ChecklistStepsProps) {
  const [opened, open] = useState<Opened | null>(null)
  return (
    <div className="measured border-t border-line py-4 [--measure:736px]">
      {opportunityStages.map((stage) => {
        const here = steps.filter((step) => step.stage === stage)
        return (
          <Section
            key={stage}
            title={stages[stage].word}
            aside={
              <Button size="s" tone="ghost" icon={<Plus aria-hidden="true" />} reason={reason} onClick={() => open({ do: "add", stage })}>
                {`Add a step to ${stages[stage].word}`}
              </Button>
            }
          >
            {here.length === 0 && <p className="text-ink-3">Nothing is asked for at this stage.</p>}
            <ol>
              {here.map((step, place) => (
                <li key={step.id} className="flex items-center gap-1 border-line py-1.5 not-first:border-t">
                  <span className="min-w-0 flex-1 wrap-anywhere">{step.text}</span>
                  <MoveButton
                    action={moveStep}
                    input={{ stepId: step.id, to: "up" as const }}
                    icon={<ArrowUp aria-hidden="true" />}
                    reason={reason ?? first(place)}
                  >
                    {`Move up ${step.text}`}
                  </MoveButton>
                  <MoveButton
                    action={moveStep}
                    input={{ stepId: step.id, to: "down" as const }}
                    icon={<ArrowDown aria-hidden="true" />}
                    reason={reason ?? last(place, here.length)}
                  >
                    {`Move down ${step.text}`}
                  </MoveButton>
                  <Button
                    size="s"
                    tone="ghost"
                    iconOnly
                    icon={<Pencil aria-hidden="true" />}
                    reason={reason}
                    onClick={() => open({ do: "edit", step })}
                  >
                    {`Edit ${step.text}`}
                  </Button>
                  <Button
                    size="s"
                    tone="ghost"
                    iconOnly
                    icon={<Trash2 aria-hidden="true" />}
                    reason={reason}
                    onClick={() => open({ do: "remove", step })}
                  >
                    {`Remove ${step.text}`}
                  </Button>
                </li>
              ))}
            </ol>
          </Section>
        )
      })}
      {opened && <StepDialog opened={opened} onClose={() => open(null)} />}
    </div>
  )
}

const first = (place: number) => (place === 0 ? "This is the first step of its stage." : null)
const last = (place: number, count: number) => (place === count - 1 ? "This is the last step of its stage." : null)

function StepDialog({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  if (opened.do === "remove") {
    const { id, text } = opened.step
    return (
      <CommandDialog
        title="Remove step"
        tone="danger"
        busyWord="Removing"
        sentence={
          <>
            Takes <b>{text}</b> off the list. Opportunities where it is ticked keep it.
          </>
        }
        action={removeStep}
        hidden={{ stepId: id }}
        onClose={onClose}
        news={() => ({ title: "Removed", text })}
      />
    )
  }
  const step = opened.do === "edit" ? opened.step : null
  return (
    <CommandDialog
      title={step ? "Edit step" : "Add step"}
      busyWord="Saving"
      sentence={
        step
          ? "Changes the words on every opportunity."
          : `Puts a step at the end of ${opened.do === "add" ? stages[opened.stage].word : ""}.`
      }
      action={step ? editStep : addStep}
      hidden={step ? { stepId: step.id } : { stage: opened.do === "add" ? opened.stage : "" }}
      onClose={onClose}
      news={() => ({ title: step ? "Saved" : "Added" })}
    >
      {(errors) => (
        <Field label="Step" error={errors.text}>
          {(control) => <TextInput {...control} name="text" maxLength={200} autoComplete="off" defaultValue={step?.text} />}
        </Field>
      )}
    </CommandDialog>
  )
}
