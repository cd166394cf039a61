import type { DeskView } from "@/lib/sync/conversion/desk"
import type { Plan } from "@/lib/sync/conversion/plan"
import type { LeadWorkView } from "../lead-work"
import type { DeskChoice } from "./desk-choice"

export type DeskProps = {
  work: LeadWorkView
  desk: DeskView
  choice: DeskChoice
  change: (changes: Partial<DeskChoice>) => void
  /** What the choice comes to. */
  plan: Plan
}
