import { spawn } from "node:child_process"
import { once } from "node:events"
import { expect, test } from "vitest"
import { auditMove } from "@/lib/platform/audit"
import { sealNext } from "@/lib/platform/audit-chain/seal-audit"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { pool } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"

/** Runs the command as somebody would, and answers with how it ended and what it said. */
async function auditVerify(given: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const command = spawn("npm", ["run", "--silent", "audit:verify"], { env: { ...process.env, ...given } })
  let said = ""
  for (const stream of [command.stdout, command.stderr]) stream.on("data", (text) => (said += text))
  const [code] = await once(command, "close")
  return { code, said }
}

/** Changes what no trigger allows, as somebody would who has the whole database. */
async function tamper(statement: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query("set session_replication_role = replica")
    await client.query(statement)
  } finally {
    await client.query("set session_replication_role = origin")
    client.release()
  }
}

test("npm run audit:verify ends with 0 while the chain holds, with 1 and the place where a row was changed, with 2 where nothing can be read", async () => {
  for (let made = 0; made < 4; made++)
    await inTransaction(theSystem, async (ctx) =>
      auditMove(ctx, { move: "lead.edit", record: { kind: "lead", id: newId(), label: "Brændgaard" }, reason: `Reason ${made}` }),
    )
  while (await sealNext());
  const { rows } = await pool.query<{ id: string; head: string }>(
    "select entry_id as id, (select encode(hash, 'hex') from platform.audit_seal order by seq desc limit 1) as head from platform.audit_seal where seq = 3",
  )
  const whole = await auditVerify()
  expect(whole).toMatchObject({ code: 0, said: expect.stringContaining("The audit holds: 4 rows in ") })
  expect(whole.said).toContain(rows[0]?.head)

  await tamper(`update platform.audit_entry set reason = 'Something else' where id = '${rows[0]?.id}'`)
  const broken = await auditVerify()
  expect(broken).toMatchObject({ code: 1, said: expect.stringContaining(`The audit is broken at place 3, row ${rows[0]?.id}.`) })
  expect(broken.said).toContain("2 rows before it hold")

  await tamper(`update platform.audit_entry set reason = 'Reason 2' where id = '${rows[0]?.id}'`)
  expect((await auditVerify()).code).toBe(0)

  const nowhere = new URL(process.env.DATABASE_URL ?? "")
  nowhere.pathname = "/no_such_database"
  expect(await auditVerify({ DATABASE_URL: nowhere.href })).toMatchObject({
    code: 2,
    said: expect.stringContaining("could not be verified"),
  })
}, 120_000)
