import { beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { isHeldByRun } from "@/lib/platform/held"
import { brokenInvariants } from "@/lib/sync/invariants"
import { aLead, aProspect, aStaff } from "@/prisma/makers"
import { begin, drain, getItems, getRun, start } from "./testing-runs"
import { strikeOnce, workUntil } from "./testing-worker"

let maja: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
})

test("a worker that is killed in the middle of a run leaves its batch undone; another finishes, and every lead is done once, with one letter", async () => {
  const leads = []
  for (let made = 0; made < 80; made++) leads.push(await aLead())
  // Slow enough to be struck in the middle of a batch.
  await db.$executeRawUnsafe(
    `create function sales.dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.03); return new; end $$`,
  )
  await db.$executeRawUnsafe("create trigger dawdle before update of state on sales.lead for each row execute function sales.dawdle()")
  const ids = leads.map(({ id }) => id)
  const id = await begin(maja, "disqualify", ids, { input: { statusReason: "lost" } })
  await drain()
  await start(maja, id)
  await db.bulkRun.update({ where: { id }, data: { atOnce: 5 } })

  await strikeOnce(async () => (await getRun(id)).done > 0)
  const struck = await getRun(id)
  expect(struck).toMatchObject({ state: "running" })
  expect(struck.done).toBeGreaterThan(0)
  expect(struck.done).toBeLessThan(80)
  expect(await db.lead.count({ where: { id: { in: ids }, state: "disqualified" } })).toBe((await getRun(id)).done)

  await workUntil(async () => (await getRun(id)).state === "done")
  expect(await getRun(id)).toMatchObject({ state: "done", done: 80, skipped: 0, failed: 0 })
  const decisions = await db.decision.findMany({ where: { leadId: { in: ids } }, select: { id: true, leadId: true } })
  expect(decisions).toHaveLength(80)
  expect(new Set(decisions.map(({ leadId }) => leadId)).size).toBe(80)
  const mails = await db.mail.findMany({ where: { decisionId: { in: decisions.map((decision) => decision.id) } } })
  expect(mails).toHaveLength(80)
  expect(mails.filter(({ sendAfter }) => isHeldByRun(sendAfter))).toEqual([])
  expect(await db.auditEntry.count({ where: { move: "lead.disqualify", recordId: { in: ids } } })).toBe(80)
  expect((await getItems(id)).every(({ result }) => result === "done")).toBe(true)
  expect(await brokenInvariants()).toEqual([])
}, 60_000)

test("a worker that is killed while prospects are approved leaves its batch undone; another finishes, and each is a partner once, with one invitation", async () => {
  const henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  const prospects = []
  for (let made = 0; made < 16; made++) prospects.push(await aProspect())
  await db.$executeRawUnsafe("drop trigger dawdle on sales.lead")
  await db.$executeRawUnsafe(
    `create function commerce.dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.02); return new; end $$`,
  )
  await db.$executeRawUnsafe(
    "create trigger dawdle before update of status on commerce.prospect for each row execute function commerce.dawdle()",
  )
  const ids = prospects.map(({ id }) => id)
  const id = await begin(henrik, "approve", ids, { list: "prospects", input: {} })
  await drain()
  await start(henrik, id)
  await db.bulkRun.update({ where: { id }, data: { atOnce: 3 } })

  await strikeOnce(async () => (await getRun(id)).done > 0)
  const struck = await getRun(id)
  expect(struck.done).toBeGreaterThan(0)
  expect(await db.prospect.count({ where: { id: { in: ids }, status: "approved" } })).toBe((await getRun(id)).done)

  await workUntil(async () => (await getRun(id)).state === "done")
  expect(await getRun(id)).toMatchObject({ state: "done", done: 16, skipped: 0, failed: 0 })
  expect(await db.decision.count({ where: { prospectId: { in: ids }, kind: "approve" } })).toBe(16)
  expect(await db.hierarchy.count({ where: { prospects: { some: { id: { in: ids } } } } })).toBe(16)
  expect(await db.mail.count({ where: { letter: "prospect-approved", recordIds: { hasSome: ids } } })).toBe(16)
  expect(await brokenInvariants()).toEqual([])
}, 120_000)
