import { randomBytes } from "node:crypto"
import { Pool } from "pg"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { auditMove } from "../audit"
import { inTransaction, theSystem } from "../context"
import { db, pool } from "../db"
import { newId } from "../ids"
import { sealNext } from "./seal-audit"
import { verifyChain } from "./verify-chain"

const connections = new Pool({ connectionString: process.env.DATABASE_URL, max: 30 })
afterAll(() => connections.end())

/** A move as a command leaves it, with two changed fields. */
const aMove = (reason = "Because") =>
  inTransaction(theSystem, async (ctx) => {
    const record = { kind: "lead" as const, id: newId(), label: "Brændgaard Marine ApS" }
    const changes = [
      { field: "city", from: "Esbjerg", to: "Århus" },
      { field: "website", from: null, to: "" },
    ]
    auditMove(ctx, { move: "lead.edit", record, reason, changes, touched: [newId(), newId()] })
    return record.id
  })

async function sealAll(): Promise<void> {
  while (await sealNext());
}

/** Does something that no trigger allows, as somebody would who has the whole database. */
async function tamper(...statements: string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query("set session_replication_role = replica")
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.query("set session_replication_role = origin")
    client.release()
  }
}

const places = async () =>
  (await pool.query<{ seq: string; entry_id: string }>("select seq, entry_id from platform.audit_seal order by seq")).rows

describe("sealing", () => {
  test("takes every row into the chain once, in one signed block, and the chain holds", async () => {
    for (let made = 0; made < 5; made++) await aMove()
    expect(await verifyChain()).toMatchObject({ sealed: 0, head: null, waiting: 5, flaw: null })
    await sealAll()
    expect(await verifyChain()).toMatchObject({
      sealed: 5,
      blocks: 1,
      waiting: 0,
      flaw: null,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await sealNext()).toBe(false)
  })

  test("computes the same hash as the verifier for every kind of text", async () => {
    for (const reason of ["", "two\nlines\tand a tab", 'quotes " and \\', "ﬁ é 漢字 🙂 \u0001", "-,1:a,"]) await aMove(reason)
    await sealAll()
    expect(await verifyChain()).toMatchObject({ sealed: 10, flaw: null })
  })

  test("never waits for a transaction that is under way, and takes its rows when it commits", async () => {
    const late = await connections.connect()
    await late.query("begin")
    const id = newId()
    await late.query(
      `insert into platform.audit_entry (id, at, move, actor_name, actor_role, record_kind, record_id, record_label, record_ids)
       values ($1, now(), 'lead.edit', 'Late', 'system', 'lead', $1, 'Late', array[$1::uuid])`,
      [id],
    )
    await aMove()
    await sealAll()
    expect(await verifyChain()).toMatchObject({ sealed: 11, waiting: 0, flaw: null })
    await late.query("commit")
    late.release()
    await sealAll()
    expect((await places()).at(-1)?.entry_id).toBe(id)
    expect(await verifyChain()).toMatchObject({ sealed: 12, flaw: null })
  })

  test("goes on while many write and several seal: every row once, no place left out", async () => {
    let isWriting = true
    const seal = async () => {
      while (isWriting) await sealNext()
    }
    const sealers = [seal(), seal(), seal()]
    await Promise.all(Array.from({ length: 60 }, () => aMove()))
    isWriting = false
    await Promise.all(sealers)
    await sealAll()
    const sealed = await places()
    expect(sealed.map(({ seq }) => Number(seq))).toEqual(sealed.map((_, at) => at + 1))
    expect(new Set(sealed.map(({ entry_id }) => entry_id)).size).toBe(await db.auditEntry.count())
    expect(await verifyChain()).toMatchObject({ sealed: 72, waiting: 0, flaw: null })
  })

  test("leaves seals and blocks that cannot be changed, deleted or emptied", async () => {
    for (const table of ["audit_seal", "audit_block", "audit_entry", "field_change"]) {
      await expect(pool.query(`delete from platform.${table}`)).rejects.toThrow(/never changed/)
      await expect(pool.query(`truncate platform.${table}`)).rejects.toThrow(/never changed/)
    }
    await expect(pool.query("update platform.audit_seal set seq = seq + 1")).rejects.toThrow(/never changed/)
    await expect(pool.query("update platform.audit_block set signature = ''")).rejects.toThrow(/never changed/)
  })
})

describe("whoever tampers with the audit is found out", () => {
  let third: { seq: string; entryId: string }

  beforeAll(async () => {
    await sealAll()
    const { rows } = await pool.query(`select seq, entry_id as "entryId" from platform.audit_seal where seq = 3`)
    third = rows[0]
  })
  afterEach(async () => {
    expect(await verifyChain(), "the damage was mended").toMatchObject({ flaw: null })
  })

  /** Damages something, looks at what the verifier says, and puts it back as it was. */
  async function damaged(table: string, where: string, damage: string) {
    await tamper(`create table platform.kept as select * from platform.${table} where ${where}`, damage)
    const verdict = await verifyChain()
    await tamper(
      `delete from platform.${table} where ${where}`,
      `insert into platform.${table} select * from platform.kept`,
      "drop table platform.kept",
    )
    return verdict
  }
  const entry = () => `id = '${third.entryId}'`

  test.each([
    ["who", "actor_name = 'Somebody else'"],
    ["why", "reason = null"],
    ["when", "at = at - interval '1 millisecond'"],
    ["what it touched", "record_ids = record_ids[1:1]"],
  ])("who changes %s", async (_, set) => {
    const verdict = await damaged("audit_entry", entry(), `update platform.audit_entry set ${set} where ${entry()}`)
    expect(verdict).toMatchObject({ sealed: 2, flaw: { seq: "3", entryId: third.entryId, what: expect.stringContaining("does not say") } })
  })

  test("who takes a row away", async () => {
    const verdict = await damaged("audit_entry", entry(), `delete from platform.audit_entry where ${entry()}`)
    expect(verdict.flaw).toMatchObject({ seq: "3", what: "The row was taken away." })
  })

  test("who changes, adds or removes a field change", async () => {
    const its = `audit_id = '${third.entryId}'`
    for (const damage of [
      `update platform.field_change set "to" = 'Oslo' where ${its} and field = 'city'`,
      `delete from platform.field_change where ${its} and field = 'city'`,
      `insert into platform.field_change select gen_random_uuid(), audit_id, at, actor_id, actor_name, record_kind, record_id, 'phone', "from", "to" from platform.field_change where ${its} limit 1`,
    ]) {
      expect((await damaged("field_change", its, damage)).flaw).toMatchObject({ seq: "3", what: expect.stringContaining("field change") })
    }
  })

  test("who makes a row fit and leaves the chain as it was", async () => {
    const where = "seq >= 3"
    const content = `update platform.audit_seal set content_hash = sha256('other') where seq = 3`
    expect((await damaged("audit_seal", where, content)).flaw).toMatchObject({ seq: "3", what: expect.stringContaining("does not say") })
    const link = `update platform.audit_seal set hash = sha256('other') where seq = 3`
    expect((await damaged("audit_seal", where, link)).flaw).toMatchObject({ seq: "3", what: expect.stringContaining("does not follow") })
    expect((await damaged("audit_seal", where, "delete from platform.audit_seal where seq = 3")).flaw).toMatchObject({
      what: "Place 3 of the chain is missing; 4 follows.",
    })
  })

  test("who takes the end away, or signs a block anew without the key", async () => {
    const last = "number = (select max(number) from platform.audit_block)"
    expect((await damaged("audit_block", "true", `delete from platform.audit_block where ${last}`)).flaw?.what).toContain(
      "belong to no block",
    )
    expect(
      (await damaged("audit_seal", "true", "delete from platform.audit_seal where seq = (select max(seq) from platform.audit_seal)")).flaw
        ?.what,
    ).toContain("ends at a place")
    const forged = `update platform.audit_block set signature = '\\x${randomBytes(32).toString("hex")}' where number = 1`
    expect((await damaged("audit_block", "true", forged)).flaw?.what).toBe("Block 1 bears a false signature.")
    const foreign = "update platform.audit_block set key_id = 'another' where number = 1"
    expect((await damaged("audit_block", "true", foreign)).flaw?.what).toContain("does not know")
    const moved = "update platform.audit_block set sealed_at = sealed_at - interval '1 day' where number = 1"
    expect((await damaged("audit_block", "true", moved)).flaw?.what).toContain("does not say what was hashed")
  })

  test("who writes past the triggers, or takes a row away before it is sealed", async () => {
    const id = newId()
    await tamper(
      `insert into platform.audit_entry (id, at, move, actor_name, actor_role, record_kind, record_id, record_label, record_ids)
       values ('${id}', now(), 'lead.edit', 'Nobody', 'system', 'lead', '${id}', 'x', '{}')`,
    )
    expect((await verifyChain()).flaw).toMatchObject({ entryId: id, what: expect.stringContaining("neither sealed nor waiting") })
    await tamper(`delete from platform.audit_entry where id = '${id}'`)
    await aMove()
    const { rows } = await pool.query<{ entry_id: string }>("select entry_id from platform.audit_due")
    const [waiting] = rows
    await tamper(`create table platform.kept as select * from platform.audit_entry where id = '${waiting?.entry_id}'`)
    await tamper(`delete from platform.audit_entry where id = '${waiting?.entry_id}'`)
    await sealAll()
    expect((await verifyChain()).flaw).toMatchObject({ entryId: waiting?.entry_id, what: "A row that waits for its seal was taken away." })
    await tamper("insert into platform.audit_entry select * from platform.kept", "drop table platform.kept")
    await sealAll()
  })
})

/** The chain's own files as a process reads them that was started with another environment. */
async function startedWith(given: Record<string, string>) {
  vi.resetModules()
  vi.unstubAllEnvs()
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value)
  return { ...(await import("./verify-chain")), ...(await import("./seal-audit")) }
}

test("blocks that were signed with an earlier secret hold as long as that is named", async () => {
  const secret = "another-secret-of-this-installation-and-long-enough"
  const changed = await startedWith({ AUDIT_SECRET: secret })
  expect(await changed.verifyChain()).toMatchObject({ flaw: null })
  await aMove()
  await changed.sealNext()
  const forgetful = await startedWith({})
  expect((await forgetful.verifyChain()).flaw?.what).toContain("AUDIT_EARLIER_SECRETS")
  const mindful = await startedWith({ AUDIT_EARLIER_SECRETS: `${secret}, one-more` })
  expect(await mindful.verifyChain()).toMatchObject({ flaw: null })
  vi.unstubAllEnvs()
})
