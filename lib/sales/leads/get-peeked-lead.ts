import type { Staff } from "@/lib/identity/actor"
import { getStory } from "../get-story"
import { getLeadWork } from "./get-lead-work"
import { getLead } from "./queries"

/** A lead as the preview beside the list shows it; null when there is none. `asked` is what the URL says. */
export async function getPeekedLead(staff: Staff, asked: unknown, now: Date) {
  const lead = typeof asked === "string" ? await getLead(asked) : null
  if (!lead) return null
  const parties = [lead.account, lead.contact].flatMap((party) => party?.id ?? [])
  const [work, story] = await Promise.all([getLeadWork(staff, lead), getStory(staff, "lead", { leads: [lead.id], parties }, {}, now)])
  return { work, story }
}
