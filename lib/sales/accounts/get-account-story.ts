import type { Staff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { getStory } from "../get-story"
import type { AccountDetail } from "./queries"

const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)

/** The story of an account: its own, and what was told of its contacts, opportunities and leads. */
export function getAccountStory(staff: Staff, account: AccountDetail, asked: SearchParams, now: Date) {
  const { contacts, opportunities, leads } = account
  const of = { accounts: [account.id], contacts: ids(contacts), opportunities: ids(opportunities), leads: ids(leads) }
  return getStory(staff, "account", of, asked, now)
}
