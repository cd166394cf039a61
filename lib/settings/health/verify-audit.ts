import { type Verdict, verifyChain } from "@/lib/platform/audit-chain/verify-chain"
import { chainFinding, chainKey } from "./chain-finding"
import { keepFinding } from "./run-checks"

/** Verifies the audit as a command does, and keeps what it found for the pages that say when it was verified last. */
export async function verifyAudit(told?: (rows: number) => void): Promise<Verdict> {
  const startedAt = new Date()
  const verdict = await verifyChain(told)
  await keepFinding(chainKey, startedAt, { ...chainFinding(verdict), error: null }, new Date())
  return verdict
}
