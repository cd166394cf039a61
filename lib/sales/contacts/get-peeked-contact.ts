import type { Staff } from "@/lib/identity/actor"
import { ownersFor } from "../owners"
import { getContactStory } from "./get-contact-story"
import { getContact } from "./queries"

/** A contact as the preview beside the list shows it; null when there is none. `asked` is what the URL says. */
export async function getPeekedContact(staff: Staff, asked: unknown, now: Date) {
  const contact = typeof asked === "string" ? await getContact(asked) : null
  if (!contact) return null
  const [story, owners] = await Promise.all([getContactStory(staff, contact, {}, now), ownersFor(staff)])
  return { contact, story, owners }
}
