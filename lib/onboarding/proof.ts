import { createHash } from "node:crypto"
import { proofBits, proofText } from "./proof-text"

/** Whether somebody's machine worked for this request before it was sent. */
export function isProof(submissionKey: string, startedAt: string, proof: unknown): boolean {
  if (typeof proof !== "string" || !/^\d{1,15}$/.test(proof)) return false
  const hash = createHash("sha256")
    .update(proofText(submissionKey, startedAt, proof))
    .digest()
  return Math.clz32(hash.readUInt32BE(0)) >= proofBits
}
