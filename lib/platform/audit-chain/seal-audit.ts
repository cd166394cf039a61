import { type Clock, wallClock } from "../clock"
import { db, pool } from "../db"
import { blockHash, signBlock } from "./block-header"
import { beginning } from "./sealed-content"

const atOnce = 2000

type Sealed = { firstSeq: bigint; lastSeq: bigint; lastHash: Uint8Array }
type Before = { number: number; hash: Uint8Array }

/**
 * Seals the rows of the audit that wait longest, as one signed block. False when none waits, or while another worker seals.
 * Rows are sealed in the order in which they are found committed, so that no command waits for another one's hash.
 */
export async function sealNext(clock: Clock = wallClock): Promise<boolean> {
  const { rows } = await pool.query<{ waits: boolean }>("select exists (select 1 from platform.audit_due) as waits")
  if (!rows[0]?.waits) return false
  return db.$transaction(async (tx) => {
    const [sealed] = await tx.$queryRaw<Sealed[]>`
      select first_seq as "firstSeq", last_seq as "lastSeq", last_hash as "lastHash" from platform.seal_audit(${atOnce}::int)`
    if (!sealed) return false
    const [before] = await tx.$queryRaw<Before[]>`select number, hash from platform.audit_block order by number desc limit 1`
    const header = { ...sealed, number: (before?.number ?? 0) + 1, previousHash: before?.hash ?? beginning, sealedAt: clock() }
    const hash = blockHash(header)
    const { keyId, signature } = signBlock(hash)
    await tx.$executeRaw`
      insert into platform.audit_block (number, first_seq, last_seq, last_hash, previous_hash, hash, key_id, signature, sealed_at)
      values (${header.number}, ${sealed.firstSeq}, ${sealed.lastSeq}, ${sealed.lastHash}, ${header.previousHash}, ${hash},
        ${keyId}, ${signature}, ${header.sealedAt})`
    return true
  })
}
