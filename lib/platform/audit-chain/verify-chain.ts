import { pool } from "../db"
import { type BlockHeader, blockHash, judgeSignature } from "./block-header"
import { beginning, changesSql, contentOf, entryColumns, type SealedValues, sha256 } from "./sealed-content"

/** The first thing that is wrong with the chain: where, which row of the audit, and what. */
export type Flaw = { seq: string | null; entryId: string | null; what: string }

export type Verdict = {
  /** How many rows hold, and the hash of the last of them. */
  sealed: number
  head: string | null
  blocks: number
  /** Rows that wait for their seal: nothing is said of them yet. */
  waiting: number
  flaw: Flaw | null
}

const atOnce = 5000

const rowsAfter = `
  select s.seq::text, s.entry_id::text, s.content_hash, s.hash, ${changesSql("s.entry_id")}, e.id is not null, ${entryColumns("e")}
  from platform.audit_seal s left join platform.audit_entry e on e.id = s.entry_id
  where s.seq > $1 and s.seq <= $2 order by s.seq limit ${atOnce}`
const blocksAfter = `
  select number, first_seq, last_seq, last_hash, previous_hash, hash, key_id, signature, sealed_at
  from platform.audit_block where number > $1 and number <= $2 order by number limit ${atOnce}`
/** Where the chain ends, as of one moment: what is sealed meanwhile is left to the next verification. */
const ends = `
  select coalesce((select max(seq) from platform.audit_seal), 0)::text as seq, coalesce((select max(number) from platform.audit_block), 0) as number`

/** The answers to a query that goes on after the first value of its last row; the next batch is asked for while one is read. */
async function* walked<Row extends unknown[]>(text: string, end: unknown): AsyncGenerator<Row> {
  const ask = (after: unknown) => pool.query<Row>({ text, values: [after, end], rowMode: "array" })
  let asked = ask(0)
  for (;;) {
    const { rows } = await asked
    const last = rows.at(-1)
    const isMore = rows.length === atOnce
    if (isMore) asked = ask(last?.[0])
    // Whoever stops early leaves a question behind that nobody listens to.
    if (isMore) asked.catch(() => {})
    yield* rows
    if (!isMore) return
  }
}

type SealRow = [
  seq: string,
  entryId: string,
  contentHash: Buffer,
  hash: Buffer,
  changes: SealedValues[],
  isThere: boolean,
  ...values: (string | null)[],
]
type BlockRow = [
  number: number,
  firstSeq: string,
  lastSeq: string,
  lastHash: Buffer,
  previousHash: Buffer,
  hash: Buffer,
  keyId: string,
  signature: Buffer,
  sealedAt: Date,
]

type Place = { seq: bigint; hash: Buffer }

/** What is wrong with a row, told by where the chain stood before it. */
function flawOfRow([seq, entryId, contentHash, hash, changes, isThere, ...values]: SealRow, before: Place): Flaw | null {
  const flaw = (what: string): Flaw => ({ seq, entryId, what })
  const expected = before.seq + 1n
  if (BigInt(seq) !== expected)
    return { seq: String(expected), entryId: null, what: `Place ${expected} of the chain is missing; ${seq} follows.` }
  if (!isThere) return flaw("The row was taken away.")
  if (!sha256(contentOf(values, changes)).equals(contentHash))
    return flaw("The row, or a field change that belongs to it, does not say what was sealed.")
  if (!sha256(before.hash, contentHash).equals(hash)) return flaw("The row does not follow the one before it.")
  return null
}

/** What is wrong with a block, told by the row that it ends with and by the block before it. */
function flawOfBlock(block: BlockRow, row: Place, before: { number: number; lastSeq: bigint; hash: Buffer }): Flaw | null {
  const [number, firstSeq, lastSeq, lastHash, previousHash, hash, keyId, signature, sealedAt] = block
  const flaw = (what: string): Flaw => ({ seq: lastSeq, entryId: null, what: `Block ${number} ${what}` })
  const header: BlockHeader = { number, firstSeq: BigInt(firstSeq), lastSeq: BigInt(lastSeq), lastHash, previousHash, sealedAt }
  if (number !== before.number + 1 || BigInt(firstSeq) !== before.lastSeq + 1n) return flaw("does not follow the one before it.")
  if (!lastHash.equals(row.hash)) return flaw("ends with another hash than its last row.")
  if (!previousHash.equals(before.hash)) return flaw("does not carry on the hash of the one before it.")
  if (!blockHash(header).equals(hash)) return flaw("does not say what was hashed.")
  const signed = judgeSignature(hash, keyId, signature)
  if (signed === "bad") return flaw("bears a false signature.")
  if (signed === "unknown")
    return flaw("is signed with a secret that this installation does not know. Name it in AUDIT_EARLIER_SECRETS if it is yours.")
  return null
}

const stragglers = `
  select (select count(*)::int from platform.audit_due) as waiting,
    (select d.entry_id::text from platform.audit_due d where not exists (select 1 from platform.audit_entry e where e.id = d.entry_id) order by d.id limit 1) as gone,
    (select e.id::text from platform.audit_entry e
      where not exists (select 1 from platform.audit_seal s where s.entry_id = e.id) and not exists (select 1 from platform.audit_due d where d.entry_id = e.id)
      limit 1) as loose`

/** What is wrong outside of the chain: a row that was taken away before it was sealed, or one that never came to wait. */
async function judgeStragglers(): Promise<{ waiting: number; flaw: Flaw | null }> {
  const { rows } = await pool.query<{ waiting: number; gone: string | null; loose: string | null }>(stragglers)
  const { waiting = 0, gone = null, loose = null } = rows[0] ?? {}
  if (gone) return { waiting, flaw: { seq: null, entryId: gone, what: "A row that waits for its seal was taken away." } }
  if (loose)
    return { waiting, flaw: { seq: null, entryId: loose, what: "A row is neither sealed nor waiting: it was written past the triggers." } }
  return { waiting, flaw: null }
}

/**
 * Reads the whole chain from its beginning and computes every hash again, here and not in the database. Stops at the first flaw.
 * Nothing is held but a few thousand rows; `told` hears how many are done.
 */
export async function verifyChain(told: (rows: number) => void = () => {}): Promise<Verdict> {
  const [end = { seq: "0", number: 0 }] = (await pool.query<{ seq: string; number: number }>(ends)).rows
  const blocks = walked<BlockRow>(blocksAfter, end.number)
  let [row, block]: [Place, { number: number; lastSeq: bigint; hash: Buffer }] = [
    { seq: 0n, hash: beginning },
    { number: 0, lastSeq: 0n, hash: beginning },
  ]
  const verdict = (flaw: Flaw | null, waiting = 0): Verdict => ({
    sealed: Number(row.seq),
    head: row.seq === 0n ? null : row.hash.toString("hex"),
    blocks: block.number,
    waiting,
    flaw,
  })
  let next = await blocks.next()
  for await (const found of walked<SealRow>(rowsAfter, end.seq)) {
    const flaw = flawOfRow(found, row)
    if (flaw) return verdict(flaw)
    row = { seq: row.seq + 1n, hash: found[3] }
    if (!next.done && BigInt(next.value[2]) === row.seq) {
      const wrong = flawOfBlock(next.value, row, block)
      if (wrong) return verdict(wrong)
      block = { number: next.value[0], lastSeq: row.seq, hash: next.value[5] }
      next = await blocks.next()
    }
    if (row.seq % 100_000n === 0n) told(Number(row.seq))
  }
  if (!next.done)
    return verdict({ seq: next.value[2], entryId: null, what: `Block ${next.value[0]} ends at a place that the chain does not have.` })
  if (block.lastSeq !== row.seq) return verdict({ seq: String(row.seq), entryId: null, what: "The last rows belong to no block." })
  const { waiting, flaw } = await judgeStragglers()
  return verdict(flaw, waiting)
}
