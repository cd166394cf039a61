import type { Matches } from "../accounts/match-lead"
import type { MatchesTaken } from "./effect"

export type Parties = { accountId: string | null; contactId: string | null }

/**
 * The account and contact that a policy qualifies a lead with: new ones where nothing matches, existing ones where the best match of each is certain.
 * Null where the policy does not take what was found: a match that only may be one is a person's to judge.
 */
export function partiesToUse({ accounts, contacts }: Pick<Matches, "accounts" | "contacts">, taken: MatchesTaken): Parties | null {
  const [account, contact] = [accounts[0], contacts[0]]
  if (!account && !contact) return taken === "certain" ? null : { accountId: null, contactId: null }
  if (taken === "none") return null
  const isCertain = [account, contact].every((match) => match === undefined || match.verdict === "certain")
  return isCertain ? { accountId: account?.id ?? null, contactId: contact?.id ?? null } : null
}
