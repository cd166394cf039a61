import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { isProof } from "@/lib/onboarding/proof"
import { findProof } from "./find-proof"
import { firstWordOfSha256 } from "./sha256"

const key = "0193a1b0-0000-7000-8000-000000025001"
const startedAt = "1795000000000.c2lnbmVk"

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 300])("the hash of %i signs begins as the server's", (length) => {
  const text = "Gangway 7".repeat(40).slice(0, length)
  expect(firstWordOfSha256(text)).toBe(createHash("sha256").update(text).digest().readUInt32BE(0))
})

test("what the browser finds is a proof, for this request and no other", async () => {
  const proof = await findProof(key, startedAt)
  expect(isProof(key, startedAt, proof)).toBe(true)
  expect(isProof(key.replace("25001", "25002"), startedAt, proof)).toBe(false)
  expect(isProof(key, startedAt.replace("1795", "1796"), proof)).toBe(false)
})

test.each([undefined, null, "", "0", "-1", "1e9", "x", ["1"], "1".repeat(40)])("%j proves nothing", (proof) => {
  expect(isProof(key, startedAt, proof)).toBe(false)
})
