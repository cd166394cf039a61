import { expect, test } from "vitest"
import { inOneStatement, inTransaction, theSystem } from "./context"
import { db } from "./db"
import { newId } from "./ids"
import { spendWithin } from "./limits"

const limit = { name: "test", points: 2, windowSeconds: 60 }
const counted = async (key: string) => (await db.rateLimit.findUnique({ where: { key: `test:${key}` } }))?.points ?? 0

/** A command that writes a letter and counts an attempt. */
const attempt = (run: typeof inTransaction, key: string, now?: Date) =>
  run(
    theSystem,
    async (ctx) => {
      ctx.ledger.facts.push({ name: "password.reset_requested", payload: { personId: key }, at: ctx.now })
      spendWithin(ctx, limit, key)
    },
    now,
  )

test.each([
  ["in a transaction", inTransaction],
  ["in one statement", inOneStatement],
])("an attempt too many is refused with the time to wait, and nothing of it stands, %s", async (_name, run) => {
  const key = newId()
  await attempt(run, key)
  await attempt(run, key)
  await expect(attempt(run, key)).rejects.toMatchObject({ code: "too_many", message: "That was tried too often. Try again in a minute." })
  expect(await counted(key)).toBe(2)
  expect(await db.fact.count({ where: { payload: { path: ["personId"], equals: key } } })).toBe(2)
})

test("a window that is over counts from one again", async () => {
  const key = newId()
  const now = new Date()
  await attempt(inOneStatement, key, now)
  await attempt(inOneStatement, key, now)
  await attempt(inOneStatement, key, new Date(now.getTime() + 60_000))
  expect(await counted(key)).toBe(1)
})

test("of twenty attempts at once exactly as many stand as are allowed", async () => {
  const key = newId()
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => attempt(inOneStatement, key)))
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2)
  expect(await counted(key)).toBe(2)
})
