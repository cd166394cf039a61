import type { MergeKind } from "./merge-fields"
import { type MergeSide, unmergeDays } from "./merge-rules"

/** Words with commas, the last after "and". */
export const allOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`

/** What a merge does in Commerce, a sentence each. `follows` counts what points at the customer that becomes part of the other. */
export function commerceSentences(kind: MergeKind, primary: MergeSide, loser: MergeSide, follows: readonly string[]): string[] {
  return kind === "lead" ? requestSentences(primary, loser) : customerSentences(primary, loser, follows)
}

function requestSentences(primary: MergeSide, loser: MergeSide): string[] {
  const { request } = loser
  if (!request) return ["Nothing changes in Commerce."]
  if (!primary.request) return [`${primary.label} takes over the request ${request.number}, which goes on as it is.`]
  return [
    `The request ${request.number} ends as Merged and is decided together with ${primary.request.number}.`,
    "Whoever sent it reads so on the page of the request, and sees the decision there.",
  ]
}

function customerSentences(primary: MergeSide, loser: MergeSide, follows: readonly string[]): string[] {
  const [kept, given] = [primary.customer, loser.customer]
  if (!given) return ["Nothing changes in Commerce but the details that you choose."]
  if (!kept) return [`Customer ${given.number} becomes the customer of ${primary.label} and takes its details.`]
  const number = `Customer ${given.number} becomes part of ${kept.number}; the number ${given.number} is not given out again.`
  const moves =
    follows.length > 0
      ? [`${allOf(follows)} in Commerce ${follows.length === 1 && follows[0]?.startsWith("1 ") ? "follows" : "follow"}.`]
      : []
  const status = given.status === "active" && kept.status !== "active" ? [`${kept.number} becomes Active.`] : []
  return [number, ...moves, ...status, ...seatSentences(primary, loser)]
}

function seatSentences(primary: MergeSide, loser: MergeSide): string[] {
  const own = new Set(primary.customer?.seats.map(({ hierarchyId }) => hierarchyId))
  return (loser.customer?.seats ?? []).map(({ hierarchyId, hierarchyNumber }) =>
    own.has(hierarchyId)
      ? `${loser.customer?.email} can no longer sign in to ${hierarchyNumber}; ${primary.customer?.email} still can.`
      : `${hierarchyNumber} opens with ${primary.customer?.email} from now on, and no longer with ${loser.customer?.email}.`,
  )
}

type Consequence = { moves: readonly string[]; taken: number; told: string | null }

/** The consequence of a merge, in one sentence with names and counts. `told`: who gets an email of it. */
export function mergeSentence(primary: { label: string }, loser: { label: string }, { moves, taken, told }: Consequence): string {
  const follow = moves.length > 0 ? `, moves ${allOf(moves)} there` : ""
  const fields = taken > 0 ? `, takes over ${taken} ${taken === 1 ? "field" : "fields"}` : ""
  return `Makes ${loser.label} a part of ${primary.label}${follow}${fields}, and ${told ? `tells ${told} by email` : "sends no email"}. It can be taken apart for ${unmergeDays} days.`
}
