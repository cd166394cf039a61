import { verifyChain } from "@/lib/platform/audit-chain/verify-chain"
import { invariants } from "@/lib/sync/invariants"
import { checkNumbers } from "../numbers/check-numbers"
import { chainFinding, chainKey } from "./chain-finding"
import { findOffenders } from "./find-offenders"
import type { Finding } from "./finding"

/** A check of the house: the sentence that must be true, and how it is found out. */
export type Check = { key: string; words: string; make: () => Promise<Finding> }

/** Every check, in the order in which they are shown and made. Another part's invariants join in `lib/sync/invariants`. */
export const checks: readonly Check[] = [
  ...invariants.map(({ key, words, sql }): Check => ({ key, words, make: () => findOffenders(sql) })),
  { key: "numbers", words: "The next number of every sequence is free", make: checkNumbers },
  { key: chainKey, words: "The audit says what was sealed, row by row", make: async () => chainFinding(await verifyChain()) },
]
