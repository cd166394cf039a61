import type { Refusal } from "@/lib/platform/errors"
import { type JudgedLead, leadStates } from "../leads/rules"
import { refusalByOwner, refusalByRole, type Worker } from "../worker"
import { isForAll, type Target } from "./targets"

function refusalToStop(lead: JudgedLead, worker: Worker, deed: string): Refusal | null {
  const refused = refusalByRole(worker, "lead:edit", "work leads")
  if (refused) return refused
  if (lead.state !== "open")
    return { code: "conflict", message: `This lead is ${leadStates[lead.state].word}. Only the timers of an open lead are paused.` }
  return refusalByOwner(worker, lead, deed)
}

export const refusalToPause = (lead: JudgedLead, worker: Worker, isPaused: boolean): Refusal | null =>
  refusalToStop(lead, worker, "pause its timers") ??
  (isPaused ? { code: "conflict", message: "The timers of this lead are paused already." } : null)

export const refusalToResume = (lead: JudgedLead, worker: Worker, isPaused: boolean): Refusal | null =>
  refusalToStop(lead, worker, "resume its timers") ??
  (isPaused ? null : { code: "conflict", message: "The timers of this lead are not paused." })

export const refusalToRemoveTarget = (target: Pick<Target, "rating" | "source">): Refusal | null =>
  isForAll(target)
    ? { code: "conflict", message: "This target is for every lead that no other is for, so it stays. Change it instead." }
    : null
