"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { ProcessBar, type ProcessStep } from "@/components/ui/process-bar"
import type { Stage } from "@/lib/sales/opportunities/rules"

const MoveStageDialog = dynamic(() => import("./move-stage-dialog").then((part) => part.MoveStageDialog), { ssr: false })

export type StageStep = Omit<ProcessStep, "onChoose"> & { stage: Stage; refusal: string | null }

type StageBarProps = {
  id: string
  topic: string
  steps: readonly StageStep[]
  won: boolean
  /** What the current stage's checklist still asks for. */
  open: readonly string[]
  current: string
}

/** The process bar of an opportunity; a stage that it can be moved to is a button. */
export function StageBar({ id, topic, steps, won, open, current }: StageBarProps) {
  const [asked, ask] = useState<StageStep | null>(null)
  return (
    <>
      <ProcessBar
        label="Process: lead to opportunity"
        won={won}
        steps={steps.map((step) => ({ ...step, onChoose: step.refusal ? undefined : () => ask(step) }))}
      />
      {asked && (
        <MoveStageDialog
          id={id}
          topic={topic}
          stage={asked.stage}
          was={steps.find(({ state }) => state === "now")?.stage}
          name={asked.name}
          open={open}
          current={current}
          onClose={() => ask(null)}
        />
      )}
    </>
  )
}
