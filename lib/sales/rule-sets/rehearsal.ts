import type { Tx } from "@/lib/platform/db"
import type { Rating } from "../choices"
import type { LeadState, LeadStatusReason } from "../leads/rules"
import type { Book } from "./rule"

/** A lead of the last ninety days as a rehearsal sees it: which rules would have held when it arrived, and what became of it. */
export type RehearsedLead = {
  id: string
  at: Date
  label: string
  state: LeadState
  statusReason: LeadStatusReason
  ownerId: string | null
  ownerName: string | null
  rating: Rating
  score: number | null
  /** Who closed it: a person, a policy, or the applicant who withdrew; null while it is open. */
  closedBy: "person" | "policy" | "applicant" | null
  matched: number[]
}

/** How a kind of rules is rehearsed: what is known so far, and what another batch of leads adds to it. Both travel as JSON. */
export type Rehearsing<Result, Row = RehearsedLead> = {
  first: Result
  take: (tx: Tx, book: Book, result: Result, rows: readonly Row[]) => Promise<Result> | Result
}

/** So many leads are listed one by one; all are counted. */
export const mostListed = 200
export const rehearsedDays = 90
/** For so many of the newest that a rule asks it of, a rehearsal looks up what matched them when they came: each is compared with the whole house. */
export const mostMatched = 10_000
/** A rehearsal stops after so many of the newest leads. */
export const mostRehearsed = 100_000

export const add = (counts: Readonly<Record<string, number>>, key: string, by = 1): Record<string, number> => ({
  ...counts,
  [key]: (counts[key] ?? 0) + by,
})
