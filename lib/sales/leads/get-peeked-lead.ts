import type { Staff } from "@/lib/identity/actor"
import { getStory } from "../get-story"
import { getLeadWork } from "./get-lead-work"
import { getLead } from "./queries"

/** A lead as the preview beside the list shows it; null when there is none. */
export async function getPeekedLead(staff: Staff, id: string, now: Date) {
  const lead = await getLead(id)
  if (!lead) return null
  const parties = [lead.account, lead.contact].flatMap((party) => party?.id ?? [])
  const [work, story] = await Promise.all([getLeadWork(staff, lead), getStory(staff, "lead", { leads: [lead.id], parties }, {}, now)])
  return { work, story }
}
