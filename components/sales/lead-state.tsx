"use client"
import { CommandButton } from "@/components/shell/command-button"
import type { LeadStatusReason } from "@/lib/sales/leads/rules"
import { markLead } from "@/lib/sync/actions"

type LeadStateProps = { id: string; statusReason: LeadStatusReason; refusal: string | null }

/** **Mark as Contacted** or **Mark as New**, beside the status of an open lead. */
export function LeadState({ id, statusReason, refusal }: LeadStateProps) {
  if (statusReason !== "new" && statusReason !== "contacted") return null
  const as = statusReason === "new" ? ("contacted" as const) : ("new" as const)
  const word = as === "contacted" ? "Contacted" : "New"
  return (
    <CommandButton action={markLead} input={{ leadId: id, as }} done={`Marked as ${word}`} tone="ghost" reason={refusal}>
      {`Mark as ${word}`}
    </CommandButton>
  )
}
