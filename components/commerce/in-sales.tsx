import { Target, UserPlus } from "lucide-react"

const leadStages = new Set(["New", "Contacted", "Qualified", "Disqualified", "Lost", "Cannot Contact", "No Longer Interested", "Canceled"])

/** How far Sales is with a prospect: a lead's or an opportunity's sign and its word. */
export function InSales({ stage }: { stage: string | null }) {
  if (!stage) return "–"
  const Sign = leadStages.has(stage) ? UserPlus : Target
  return (
    <span className="inline-flex items-center gap-2">
      <Sign size={14} className="flex-none text-ink-3" aria-hidden="true" />
      {stage}
    </span>
  )
}
