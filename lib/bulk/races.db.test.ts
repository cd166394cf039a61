import { beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { isHeldByRun } from "@/lib/platform/held"
import { whileHolding } from "@/lib/platform/testing-waits"
import { brokenInvariants } from "@/lib/sync/invariants"
import { aLead, anOpportunity, aStaff, lose, reactivate, reopen, undo, win } from "@/prisma/makers"
import { runNextPiece } from "./run-next"
import { begin, drain, getItems, getRun, run, start, takeBack } from "./testing-runs"
import { strikeOnce, workUntil } from "./testing-worker"

let maja: Staff
let priya: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})

const lost = { input: { statusReason: "lost" } }
const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id)
async function leadsOf(count: number) {
  const leads = []
  for (let made = 0; made < count; made++) leads.push(await aLead())
  return leads
}

/** Runs deeds at the same time, each on a connection of its own: how many went through, and what the others were told. */
async function atOnce(deeds: (() => Promise<unknown>)[]) {
  const settled = await Promise.allSettled(deeds.map((deed) => deed()))
  const refused = settled.flatMap((result) => (result.status === "rejected" ? [result.reason] : []))
  for (const reason of refused) expect(reason).toBeInstanceOf(AppError)
  return { done: settled.length - refused.length, told: refused.map((reason: AppError) => reason.message) }
}

const decisionsOf = async (id: string) => (await getItems(id)).flatMap(({ decisionId }) => decisionId ?? [])
const undone = (decisionIds: string[]) => db.auditEntry.count({ where: { move: "decision.undo", decisionId: { in: decisionIds } } })
const mailsOf = (decisionIds: string[]) => db.mail.findMany({ where: { decisionId: { in: decisionIds } } })

test("two windows take the same run back at once: one does, the other is told who", async () => {
  for (let round = 0; round < 5; round++) {
    const id = await run(maja, "disqualify", idsOf(await leadsOf(3)), lost)
    const { done, told } = await atOnce([() => takeBack(maja, id), () => takeBack(priya, id)])
    expect(done).toBe(1)
    expect(told[0]).toMatch(/^(Maja Lindqvist|Priya Raman) takes this run back already\.$/)
    await Promise.all([drain(), drain()])
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 3, kept: 0 })
    expect(await undone(await decisionsOf(id))).toBe(3)
    expect(await db.auditEntry.count({ where: { move: "run.undo", recordId: id } })).toBe(1)
  }
  expect(await brokenInvariants()).toEqual([])
})

test.each([["released"], ["taken back"]])(
  "a run that is %s has a decision before its letter, as whoever takes that one back",
  async (how) => {
    const id = await run(maja, "disqualify", idsOf(await leadsOf(1)), lost)
    if (how === "released") await db.bulkRun.update({ where: { id }, data: { state: "releasing" } })
    const [decisionId = ""] = await decisionsOf(id)
    await whileHolding(
      ({ tx }) => tx.$executeRaw`select 1 from platform.decision where id = ${decisionId}::uuid for update`,
      async () => {
        await (how === "released" ? drain() : takeBack(maja, id))
      },
      ({ tx }) => tx.$executeRaw`select 1 from platform.mail where decision_id = ${decisionId}::uuid for update`,
    )
    expect(await getRun(id)).toMatchObject({ state: how === "released" ? "done" : "undoing" })
    await drain()
  },
)

test("a run is taken back while somebody takes single decisions of it back, and somebody else opens its leads again: each lead once", async () => {
  for (let round = 0; round < 4; round++) {
    const leads = await leadsOf(8)
    const id = await run(maja, "disqualify", idsOf(leads), lost)
    const decisions = await decisionsOf(id)
    await takeBack(maja, id)
    await db.bulkRun.update({ where: { id }, data: { atOnce: 2 } })
    const [drained] = await Promise.allSettled([
      Promise.all([drain(), drain()]),
      ...decisions.slice(0, 4).map((decisionId) => undo(priya, decisionId)),
      ...leads.slice(3, 6).map((lead) => reactivate(priya, lead.id, false)),
    ])
    expect(drained.status).toBe("fulfilled")
    const { state, undone: back, kept } = await getRun(id)
    expect([state, back + kept]).toEqual(["undone", 8])
    expect(await db.lead.count({ where: { id: { in: idsOf(leads) }, state: "open" } })).toBe(8)
    const opened = await db.auditEntry.count({ where: { move: "lead.reactivate", recordId: { in: idsOf(leads) } } })
    expect((await undone(decisions)) + opened).toBe(8)
    expect((await mailsOf(decisions)).map((mail) => mail.state)).toEqual(Array.from({ length: 8 }, () => "canceled"))
  }
  expect(await brokenInvariants()).toEqual([])
})

test("two windows reopen the same opportunities, by runs and one by one: each is opened once", async () => {
  const deals = []
  for (let made = 0; made < 6; made++) {
    const deal = await anOpportunity(maja)
    await (made % 2 ? win(maja, deal.id) : lose(maja, deal.id))
    deals.push(deal)
  }
  const ids = idsOf(deals)
  const given = { list: "opportunities", input: { reason: "They called again" } }
  const [one, other] = [await begin(maja, "reopen", ids, given), await begin(priya, "reopen", ids.toReversed(), given)]
  await drain()
  await Promise.all([start(maja, one), start(priya, other)])
  await db.bulkRun.updateMany({ where: { id: { in: [one, other] } }, data: { atOnce: 2 } })
  const singly = ids.slice(0, 2).map((id) => reopen(priya, id))
  const [drained] = await Promise.allSettled([Promise.all([drain(), drain(), drain()]), ...singly])
  expect(drained.status).toBe("fulfilled")
  expect([(await getRun(one)).state, (await getRun(other)).state]).toEqual(["done", "done"])
  expect(await db.auditEntry.count({ where: { move: "opportunity.reopen", recordId: { in: ids } } })).toBe(6)
  expect(await db.opportunity.count({ where: { id: { in: ids }, state: "open" } })).toBe(6)
  for (const item of [...(await getItems(one)), ...(await getItems(other))].filter(({ result }) => result !== "done"))
    expect(item).toMatchObject({ result: "skipped", why: expect.stringMatching(/reopened|already|open/i) })
  expect(await brokenInvariants()).toEqual([])
})

test("a worker that is killed while a run is taken back leaves its batch as it was; another finishes, and every lead is back once", async () => {
  const leads = await leadsOf(60)
  const ids = idsOf(leads)
  const id = await run(maja, "disqualify", ids, lost)
  const decisions = await decisionsOf(id)
  await db.$executeRawUnsafe(
    `create function sales.dawdle_back() returns trigger language plpgsql as $$ begin perform pg_sleep(0.03); return new; end $$`,
  )
  await db.$executeRawUnsafe(
    "create trigger dawdle_back before update of state on sales.lead for each row execute function sales.dawdle_back()",
  )
  await takeBack(priya, id)
  await db.bulkRun.update({ where: { id }, data: { atOnce: 5 } })

  await strikeOnce(async () => (await getRun(id)).undone > 0)
  const struck = await getRun(id)
  expect(struck).toMatchObject({ state: "undoing" })
  expect(struck.undone).toBeLessThan(60)
  expect(await db.lead.count({ where: { id: { in: ids }, state: "open" } })).toBe((await getRun(id)).undone)
  expect((await mailsOf(decisions)).every(({ state, sendAfter }) => state === "canceled" || isHeldByRun(sendAfter))).toBe(true)

  await workUntil(async () => (await getRun(id)).state === "undone")
  await db.$executeRawUnsafe("drop trigger dawdle_back on sales.lead")
  while (await runNextPiece());
  expect(await getRun(id)).toMatchObject({ state: "undone", undone: 60, kept: 0 })
  expect(await undone(decisions)).toBe(60)
  expect((await mailsOf(decisions)).every(({ state }) => state === "canceled")).toBe(true)
  expect(await db.prospect.count({ where: { leadId: { in: ids }, status: "pending" } })).toBe(60)
  expect(await brokenInvariants()).toEqual([])
}, 90_000)
