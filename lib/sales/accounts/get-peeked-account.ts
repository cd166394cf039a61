import type { Staff } from "@/lib/identity/actor"
import { ownersFor } from "../owners"
import { getAccountStory } from "./get-account-story"
import { getAccount } from "./queries"

/** An account as the preview beside the list shows it; null when there is none. `asked` is what the URL says. */
export async function getPeekedAccount(staff: Staff, asked: unknown, now: Date) {
  const account = typeof asked === "string" ? await getAccount(asked) : null
  if (!account) return null
  const [story, owners] = await Promise.all([getAccountStory(staff, account, {}, now), ownersFor(staff)])
  return { account, story, owners }
}
