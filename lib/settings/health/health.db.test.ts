import { describe, expect, test } from "vitest"
import { sealNext } from "@/lib/platform/audit-chain/seal-audit"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { beat, lastBeat } from "@/lib/platform/worker-beat"
import { aLead, aStaff } from "@/prisma/makers"
import { askForChecks } from "./ask-for-checks"
import { chainKey } from "./chain-finding"
import { checks } from "./checks"
import { getHouseFacts, getTroubles, listChecks, listQueues, listWorkers } from "./queries"
import { runNextCheck } from "./run-checks"
import { verifyAudit } from "./verify-audit"

const now = () => new Date()
const viewOf = async (key: string) => (await listChecks(now())).find((check) => check.key === key)

async function makeAll(): Promise<number> {
  let made = 0
  while (await runNextCheck()) made++
  return made
}

async function ask(key = "all") {
  const noor = await aStaff("administrator", { name: "Noor Haddad" })
  return inTransaction(noor, (ctx) => askForChecks({ ...ctx, actor: noor }, { key }))
}

describe("the checks of the house", () => {
  test("are made once by the worker, kept, and made again a day later or when somebody asks", async () => {
    await aLead()
    while (await sealNext());
    expect((await listChecks(now())).every(({ state }) => state === "Not checked")).toBe(true)
    expect(await makeAll()).toBe(checks.length)
    const made = await listChecks(now())
    expect(made.filter(({ state }) => state !== "Met")).toEqual([])
    expect(await makeAll()).toBe(0)

    await ask(chainKey)
    expect(await viewOf(chainKey)).toMatchObject({ state: "Waiting", askedBy: "Noor Haddad" })
    expect(await makeAll()).toBe(1)
    expect(await viewOf(chainKey)).toMatchObject({ state: "Met", told: expect.stringContaining("last hash"), askedBy: null })
    expect(await ask()).toEqual({ asked: checks.length })
    expect(await makeAll()).toBe(checks.length)
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    expect(await runNextCheck(() => tomorrow)).toBe(true)
    await expect(ask("nothing")).rejects.toMatchObject({ code: "not_found" })
  }, 60_000)

  test("name the records that break them, as links", async () => {
    const lead = await aLead()
    await db.$executeRaw`update commerce.prospect set lead_id = null where lead_id = ${lead.id}::uuid`
    await ask("prospect-lead")
    await makeAll()
    const { number } = await db.prospect.findUniqueOrThrow({ where: { id: lead.prospectId ?? "" } })
    expect(await viewOf("prospect-lead")).toMatchObject({
      state: "Broken",
      found: 1,
      broken: [{ kind: "prospect", id: lead.prospectId, label: number }],
    })
    await db.$executeRaw`update commerce.prospect set lead_id = ${lead.id}::uuid where id = ${lead.prospectId}::uuid`
    await ask("prospect-lead")
    await makeAll()
    expect(await viewOf("prospect-lead")).toMatchObject({ state: "Met" })
  })

  test("are made by one worker at a time, and again when that one died", async () => {
    await ask("numbers")
    await db.houseCheck.update({ where: { key: "numbers" }, data: { startedAt: now() } })
    expect(await runNextCheck()).toBe(false)
    expect(await viewOf("numbers")).toMatchObject({ state: "Running" })
    await db.houseCheck.update({ where: { key: "numbers" }, data: { startedAt: new Date(Date.now() - 3_600_000) } })
    expect(await runNextCheck()).toBe(true)
    expect(await viewOf("numbers")).toMatchObject({ state: "Met" })
  })

  test("say why they could not be made", async () => {
    await db.$executeRaw`alter table platform.audit_seal rename to audit_seal_elsewhere`
    await ask(chainKey)
    await makeAll()
    await db.$executeRaw`alter table platform.audit_seal_elsewhere rename to audit_seal`
    expect(await viewOf(chainKey)).toMatchObject({ state: "Failed", told: expect.stringContaining("audit_seal") })
  })

  test("a verification by command is told on the page too", async () => {
    expect((await verifyAudit()).flaw).toBeNull()
    expect(await viewOf(chainKey)).toMatchObject({ state: "Met", found: 0 })
  })
})

describe("how the house is doing", () => {
  test("a worker is heard while it lives, and forgotten when it ends of its own will", async () => {
    await beat()
    expect(await listWorkers(now())).toMatchObject([{ pid: process.pid, isAlive: true }])
    expect(await listWorkers(new Date(Date.now() + 120_000))).toMatchObject([{ isAlive: false }])
    await lastBeat()
    expect(await listWorkers(now())).toEqual([])
  })

  test("queues and troubles are counted", async () => {
    await inTransaction(theSystem, async (ctx) => {
      await ctx.tx.$executeRaw`update platform.mail set state = 'failed' where id = (select id from platform.mail limit 1)`
      await ctx.tx.$executeRaw`update platform.mail set send_after = '2026-01-01' where state = 'waiting'`
    })
    const queues = await listQueues()
    expect(queues.find(({ key }) => key === "mail")).toMatchObject({ waiting: expect.any(Number), since: new Date("2026-01-01T00:00:00Z") })
    expect(queues.map(({ key }) => key)).toContain("audit_due")
    expect(await getTroubles()).toEqual({ failedMails: 1, parkedFacts: 0, catchUpErrors: 0 })
    expect(await getHouseFacts()).toMatchObject({
      version: expect.any(String),
      migration: expect.stringMatching(/^2026/),
      mostConnections: 200,
    })
  })
})
