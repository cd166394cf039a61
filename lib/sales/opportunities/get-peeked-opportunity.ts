import type { Staff } from "@/lib/identity/actor"
import { getOpportunityStory } from "./get-opportunity-story"
import { getOpportunityWork } from "./get-opportunity-work"
import { getOpportunity } from "./queries"

/** An opportunity as the preview beside the list shows it; null when there is none. `asked` is what the URL says. */
export async function getPeekedOpportunity(staff: Staff, asked: unknown, now: Date) {
  const opportunity = typeof asked === "string" ? await getOpportunity(asked) : null
  if (!opportunity) return null
  const [work, story] = await Promise.all([getOpportunityWork(staff, opportunity), getOpportunityStory(staff, opportunity, {}, now)])
  return { work, story }
}
