import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as pause } from "node:timers/promises"
import { Client, Pool } from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { submitRequest, theApplicant } from "@/lib/onboarding/submit-request"
import { inOneStatement, inTransaction, theSystem } from "@/lib/platform/context"
import { db, pool } from "@/lib/platform/db"
import { getNumberSequence } from "@/lib/platform/number-sequences"
import { aProspect, aRequest } from "@/prisma/makers"
import { changeNumberSequence } from "./change-number-sequence"

const url = process.env.DATABASE_URL ?? ""
const connections = new Pool({ connectionString: url, max: 60 })
const children: ChildProcess[] = []

beforeAll(async () => {
  await db.$executeRaw`create table platform.parcel (id uuid primary key default gen_random_uuid(), number text unique not null, address text)`
  await db.$executeRaw`select platform.add_number_sequence('parcel', 'Parcels', 'platform.parcel', 'address', 'PAR-{number}', 6)`
})
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL")
  await connections.end()
})

async function setContinuous(kind: string, isContinuous: boolean) {
  const sequence = await getNumberSequence(kind)
  if (!sequence) throw new Error(`there is no sequence ${kind}`)
  const { format, digits, next, version } = sequence
  await inTransaction(theSystem, (ctx) => changeNumberSequence(ctx, { kind, format, digits, next, version, isContinuous, shown: next }))
  return next
}

/** Writes a parcel on a connection of its own; every third changes its mind. */
async function send(at: number): Promise<void> {
  const client = await connections.connect()
  try {
    await client.query("begin")
    await client.query("insert into platform.parcel (number) values (platform.next_number('parcel'))")
    await client.query(at % 3 === 0 ? "rollback" : "commit")
  } finally {
    client.release()
  }
}

const counts = async (): Promise<number[]> => {
  const { rows } = await pool.query<{ n: number }>("select substr(number, 5)::int as n from platform.parcel order by 1")
  return rows.map(({ n }) => n)
}
const run = (from: number, many: number) => Array.from({ length: many }, (_, at) => from + at)

describe("numbers that many take at once", () => {
  test("are never given twice, and may have gaps, when they are not continuous", async () => {
    await Promise.all(Array.from({ length: 300 }, (_, at) => send(at)))
    const given = await counts()
    expect(new Set(given).size).toBe(200)
    expect(Math.max(...given)).toBeGreaterThan(200)
  })

  test("have no gap when they are continuous, though every third gives its number back", async () => {
    const from = await setContinuous("parcel", true)
    await Promise.all(Array.from({ length: 300 }, (_, at) => send(at)))
    expect((await counts()).filter((n) => n >= from)).toEqual(run(from, 200))
  })

  test("go on without a gap after a process was killed that had taken one", async () => {
    const from = (await getNumberSequence("parcel"))?.next ?? 0
    const program = `
      import pg from "pg"
      const client = new pg.Client(process.env.DATABASE_URL)
      await client.connect()
      await client.query("begin")
      const { rows } = await client.query("insert into platform.parcel (number) values (platform.next_number('parcel')) returning number")
      console.log(rows[0].number)
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      env: process.env,
      stdio: ["ignore", "pipe", "inherit"],
    })
    children.push(child)
    const [said] = await once(child.stdout, "data")
    expect(String(said).trim()).toBe(`PAR-${String(from).padStart(6, "0")}`)
    const waiting = send(1)
    await pause(100)
    child.kill("SIGKILL")
    await waiting
    expect((await counts()).filter((n) => n >= from)).toEqual([from])
  })

  test("are never given twice after the server ended a connection that had taken one", async () => {
    await setContinuous("parcel", false)
    const client = new Client({ connectionString: url })
    client.on("error", () => {})
    await client.connect()
    await client.query("begin")
    const { rows } = await client.query<{ number: string; pid: number }>(
      "select platform.next_number('parcel') as number, pg_backend_pid() as pid",
    )
    await pool.query("select pg_terminate_backend($1)", [rows[0]?.pid])
    await Promise.all(Array.from({ length: 50 }, (_, at) => send(3 * at + 1)))
    const { rows: again } = await pool.query("select 1 from platform.parcel where number = $1", [rows[0]?.number])
    expect(again).toEqual([])
    await client.end().catch(() => {})
  })

  test("get along with a change of the sequence in their midst", async () => {
    const { next } = (await getNumberSequence("parcel")) ?? { next: 0 }
    const sent = Array.from({ length: 100 }, (_, at) => send(3 * at + 1))
    await Promise.all([...sent, setContinuous("parcel", true), ...Array.from({ length: 100 }, (_, at) => send(3 * at + 1))])
    const given = (await counts()).filter((n) => n >= next)
    expect(given).toHaveLength(200)
    expect(new Set(given).size).toBe(200)
  })
})

describe("a submission", () => {
  /** The statements that a submission sends, on whichever connection. */
  async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const sent: string[] = []
    const { query } = Client.prototype
    Client.prototype.query = function (this: Client, ...given: unknown[]) {
      const [first] = given
      sent.push(typeof first === "string" ? first : ((first as { text?: string } | undefined)?.text ?? ""))
      return Reflect.apply(query, this, given)
    } as typeof query
    try {
      await work()
    } finally {
      Client.prototype.query = query
    }
    return sent
  }

  const submit = (request = aRequest()) => inOneStatement(theApplicant(request), (ctx) => submitRequest(ctx, request))

  test("sends two statements, as long as the numbers of prospects are not continuous", async () => {
    expect(await statementsOf(() => submit())).toHaveLength(2)
  })

  test("takes its number within a transaction where they are, and gives it back when it is refused", async () => {
    const from = await setContinuous("prospect", true)
    const request = aRequest()
    const [one, other] = await Promise.all([submit(request), submit(request)])
    expect(one.number).toBe(other.number)
    const failing = aRequest()
    const refused = inOneStatement(theApplicant(failing), async (ctx) => {
      await submitRequest(ctx, failing)
      throw new Error("the house burned down")
    })
    await expect(refused).rejects.toThrow("burned down")
    await Promise.all(Array.from({ length: 20 }, () => submit()))
    const numbers = (await db.prospect.findMany({ select: { number: true } })).map(({ number }) => Number(number.slice(4)))
    expect(numbers.filter((n) => n >= from).sort((a, b) => a - b)).toEqual(run(from, 21))
    expect((await aProspect()).number).toBe(`PRO-${String(from + 21).padStart(6, "0")}`)
  })
})
