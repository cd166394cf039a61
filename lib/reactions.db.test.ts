import { beforeEach, expect, test } from "vitest"
import { inviteStaff } from "@/lib/identity/invite-staff"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { type Reactions, runNextFact } from "@/lib/platform/run-facts"
import { reactions } from "./reactions"

const ten = new Date("2026-11-14T10:00:00Z")
const later = (seconds: number) => new Date(ten.getTime() + seconds * 1000)

beforeEach(async () => {
  await db.fact.deleteMany()
  await db.mail.deleteMany()
})

async function anInvitation(email: string): Promise<string> {
  const { personId } = await inTransaction(theSystem, (ctx) => inviteStaff(ctx, { email, name: "Bo", role: "seller" }), ten)
  return personId
}

async function runAll(how: Reactions, time = ten): Promise<void> {
  while (await runNextFact(how, () => time)) {}
}

const failing: Reactions = {
  ...reactions,
  "staff.invited": [
    ...reactions["staff.invited"],
    async () => {
      throw new Error("The letterbox is full.")
    },
  ],
}

test("a fact is reacted to once, in one transaction with its mark", async () => {
  await anInvitation("once@staff.example")
  await runAll(reactions)
  expect(await db.fact.findFirst()).toMatchObject({ doneAt: ten, attempts: 1, parkedAt: null })
  expect(await db.mail.count()).toBe(1)
})

test("a fact that is run again leaves one letter and one link", async () => {
  const personId = await anInvitation("again@staff.example")
  await runAll(reactions)
  await db.fact.updateMany({ data: { doneAt: null } })
  await runAll(reactions)
  expect(await db.mail.count()).toBe(1)
  expect(await db.link.count({ where: { personId } })).toBe(1)
})

test("several workers react to twenty facts once each", async () => {
  for (let made = 0; made < 20; made++) await anInvitation(`${made}@race.example`)
  await Promise.all([runAll(reactions), runAll(reactions), runAll(reactions)])
  expect(await db.mail.count()).toBe(20)
  expect(await db.fact.count({ where: { doneAt: null } })).toBe(0)
})

test("a reaction that fails leaves nothing behind and is tried again later", async () => {
  await anInvitation("later@staff.example")
  await runAll(failing)
  expect(await db.mail.count()).toBe(0)
  const fact = await db.fact.findFirstOrThrow()
  expect(fact).toMatchObject({ attempts: 1, doneAt: null, parkedAt: null, lastError: "The letterbox is full." })
  expect(fact.nextAttemptAt.getTime()).toBeGreaterThan(ten.getTime())
  await runAll(reactions, later(5))
  expect(await db.mail.count()).toBe(1)
  expect(await db.fact.findFirst()).toMatchObject({ lastError: null, attempts: 2 })
})

test("after eight failures it is parked with its reason, and the others go on", async () => {
  await anInvitation("parked@staff.example")
  for (let hour = 0; hour < 12; hour++) await runAll(failing, later(hour * 3600))
  expect(await db.fact.findFirst()).toMatchObject({ attempts: 8, parkedAt: later(7 * 3600), lastError: "The letterbox is full." })
  await anInvitation("next@staff.example")
  await runAll(reactions, later(86_400))
  expect(await db.mail.count()).toBe(1)
})

test("a fact that nobody knows is parked too", async () => {
  await db.fact.create({ data: { name: "moon.landed", payload: {}, at: ten, nextAttemptAt: ten } })
  for (let hour = 0; hour < 8; hour++) await runAll(reactions, later(hour * 3600))
  expect(await db.fact.findFirst()).toMatchObject({ parkedAt: later(7 * 3600), lastError: expect.stringContaining("moon.landed") })
})
