import { momentText } from "@/components/ui/time"
import { dayMs } from "@/lib/platform/zone"
import type { OpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"
import { opportunityStages, type Stage, stages } from "@/lib/sales/opportunities/rules"
import type { StageStep } from "./stage-bar"

/** The stages of an opportunity: where it stands, how many days it spent at each, and which it can be moved to. */
export function opportunitySteps(
  { opportunity, stageRefusals }: OpportunityWork,
  progress: ReadonlyMap<Stage, string>,
  now: Date,
): StageStep[] {
  const { state, stage, closedAt, originatingLead, createdAt } = opportunity
  const at = opportunityStages.indexOf(stage)
  return opportunityStages.map((one, place) => {
    const wasLead = one === "qualify" && originatingLead !== null
    const days = wasLead && originatingLead ? between(originatingLead.createdAt, createdAt) : daysAt(opportunity.stageVisits, one, now)
    const step = {
      stage: one,
      name: stages[one].word,
      refusal: state === "open" && !(wasLead && one === "qualify") ? (stageRefusals[place] ?? null) : "closed",
      days: days === null ? undefined : daysText(days),
    }
    if (state !== "open") {
      const closed = closedAt ? `Closed ${momentText(closedAt)}` : "Closed"
      if (one === "close") return { ...step, state: state === "won" ? ("done" as const) : ("lost" as const), days: closed }
      return { ...step, state: days !== null || state === "won" ? ("done" as const) : ("todo" as const) }
    }
    const steps = progress.get(one)
    if (place === at) return { ...step, state: "now" as const, note: ["in stage", steps].filter(Boolean).join(", ") }
    if (place < at) return { ...step, state: "done" as const }
    return { ...step, state: "todo" as const, note: days === null ? "Not started" : "so far" }
  })
}

const between = (from: Date, to: Date) => Math.max(0, Math.floor((to.getTime() - from.getTime()) / dayMs))
const daysText = (days: number) => (days === 1 ? "1 day" : `${days} days`)

/** Whole days at a stage over all its visits; null when it was never there. */
function daysAt(visits: OpportunityWork["opportunity"]["stageVisits"], stage: Stage, now: Date): number | null {
  const here = visits.filter((visit) => visit.stage === stage)
  if (here.length === 0) return null
  return Math.floor(here.reduce((sum, { enteredAt, leftAt }) => sum + ((leftAt ?? now).getTime() - enteredAt.getTime()), 0) / dayMs)
}
