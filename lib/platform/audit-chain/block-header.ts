import { createHmac, timingSafeEqual } from "node:crypto"
import { env } from "../env"
import { contentOf, sha256 } from "./sealed-content"

/** Rows that were sealed together, as the header says it. */
export type BlockHeader = {
  number: number
  firstSeq: bigint
  lastSeq: bigint
  lastHash: Uint8Array
  previousHash: Uint8Array
  sealedAt: Date
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex")

/** The hash of a block, which the next one carries on. */
export const blockHash = ({ number, firstSeq, lastSeq, lastHash, previousHash, sealedAt }: BlockHeader): Buffer =>
  sha256(contentOf([String(number), String(firstSeq), String(lastSeq), hex(lastHash), hex(previousHash), sealedAt.toISOString()], []))

/** A key for signing blocks, made of a secret of the installation. The database knows neither. */
type BlockKey = { id: string; key: Buffer }

function keyOf(secret: string): BlockKey {
  const key = createHmac("sha256", secret).update("gangway audit blocks").digest()
  return { id: sha256("gangway audit key", key).toString("hex").slice(0, 16), key }
}

const currentSecret = () => env().AUDIT_SECRET ?? env().AUTH_SECRET

/** What a new block is signed with. */
export const signBlock = (hash: Uint8Array): { keyId: string; signature: Buffer } => {
  const { id, key } = keyOf(currentSecret())
  return { keyId: id, signature: createHmac("sha256", key).update(hash).digest() }
}

/** Whether a block bears the signature of this installation, as it signs today or as one of its earlier secrets did; "unknown" for another key. */
export function judgeSignature(hash: Uint8Array, keyId: string, signature: Uint8Array): "good" | "bad" | "unknown" {
  const secrets = [currentSecret(), env().AUTH_SECRET, ...env().AUDIT_EARLIER_SECRETS]
  const known = secrets.map(keyOf).find(({ id }) => id === keyId)
  if (!known) return "unknown"
  const right = createHmac("sha256", known.key).update(hash).digest()
  return right.length === signature.length && timingSafeEqual(right, signature) ? "good" : "bad"
}
