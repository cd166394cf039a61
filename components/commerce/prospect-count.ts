import type { ProspectCounts } from "@/lib/commerce/prospects/queries"

/** What waits, beside the title of the prospects. */
export function prospectCount({ pending, overdue }: ProspectCounts, targetDays: number): string {
  const late = overdue > 1000 ? "more than 1,000" : overdue
  return `${pending.toLocaleString("en")} waiting for a decision, ${late} over the target of ${targetDays} days`
}
