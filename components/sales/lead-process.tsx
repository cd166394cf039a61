import { ProcessBar, type ProcessStep } from "@/components/ui/process-bar"
import { momentText } from "@/components/ui/time"
import { timerText } from "@/components/ui/timer"
import { small } from "@/lib/platform/first-letter"
import type { LeadDetail } from "@/lib/sales/leads/queries"
import { type Stage, stages } from "@/lib/sales/opportunities/rules"
import { daysText } from "./counted"

type LeadProcessProps = { lead: LeadDetail; now: Date }

/** The road of a lead: Qualify is its own, the rest is its opportunity's. */
export function LeadProcess({ lead, now }: LeadProcessProps) {
  return <ProcessBar label="Process: lead to opportunity" steps={leadSteps(lead, now)} won={lead.opportunity?.state === "won"} />
}

function leadSteps(lead: LeadDetail, now: Date): ProcessStep[] {
  const { state, createdAt, closedAt, opportunity } = lead
  const days = daysText(createdAt, closedAt ?? now)
  if (state === "open") {
    const face = lead.askedAt && lead.decisionState === "paused" ? "asked" : lead.decisionState
    const { sign, text } = timerText(face, lead.decisionDueAt?.getTime() ?? null, now.getTime())
    return [
      {
        name: "Qualify",
        state: "now",
        days,
        late: sign === "Breached",
        note: `in stage. Decision: ${small(text)}`,
      },
      ...rest("Starts when qualified", "Not started"),
    ]
  }
  if (state === "disqualified") return [{ name: "Qualify", state: "lost", days: `Disqualified after ${days}` }, ...rest("", "")]
  const qualified: ProcessStep = { name: "Qualify", state: "done", days }
  if (!opportunity) return [qualified, ...rest("Opportunity skipped", "")]
  return [qualified, ...opportunitySteps(opportunity, now)]
}

const rest = (first: string, others: string): ProcessStep[] => [
  { name: "Develop", state: "todo", note: first },
  { name: "Propose", state: "todo", note: others },
  { name: "Close", state: "todo", note: others },
]

type Progress = { state: "open" | "won" | "lost"; stage: Stage; stageEnteredAt: Date; closedAt: Date | null }

const later: Stage[] = ["develop", "propose", "close"]

/** The stages after Qualify, as far as an opportunity has come. */
export function opportunitySteps({ state, stage, stageEnteredAt, closedAt }: Progress, now: Date): ProcessStep[] {
  if (state !== "open") {
    const closed = closedAt ? `Closed ${momentText(closedAt)}` : "Closed"
    const passed = state === "won" ? "done" : "todo"
    return later.map((one) => ({
      name: stages[one].word,
      state: one === "close" ? (state === "won" ? "done" : "lost") : passed,
      days: one === "close" ? closed : undefined,
    }))
  }
  const at = later.indexOf(stage)
  return later.map((one, place) => {
    const name = stages[one].word
    if (place < at) return { name, state: "done" }
    if (place > at) return { name, state: "todo", note: "Not started" }
    return { name, state: "now", days: daysText(stageEnteredAt, now), note: "in stage" }
  })
}
