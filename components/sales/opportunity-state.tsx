"use client"
import { CommandButton } from "@/components/shell/command-button"
import { holdOpportunity, resumeOpportunity } from "@/lib/sales/actions"

type OpportunityStateProps = { id: string; isOpen: boolean; isOnHold: boolean; refusal: string | null }

/** **Put on hold** or **Resume**, beside the status of an open opportunity. */
export function OpportunityState({ id, isOpen, isOnHold, refusal }: OpportunityStateProps) {
  if (!isOpen) return null
  const input = { opportunityId: id }
  return isOnHold ? (
    <CommandButton action={resumeOpportunity} input={input} done="Resumed" tone="ghost" reason={refusal}>
      Resume
    </CommandButton>
  ) : (
    <CommandButton action={holdOpportunity} input={input} done="On Hold" tone="ghost" reason={refusal}>
      Put on hold
    </CommandButton>
  )
}
