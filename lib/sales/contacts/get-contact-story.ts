import type { Staff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { getStory } from "../get-story"
import type { ContactDetail } from "./queries"

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)

/** The story of a contact: its own, and what was told of its opportunities and leads. */
export function getContactStory(staff: Staff, contact: ContactDetail, asked: SearchParams, now: Date) {
  const of = { contacts: [contact.id], opportunities: ids(contact.opportunities), leads: ids(contact.leads) }
  return getStory(staff, "contact", of, asked, now)
}
