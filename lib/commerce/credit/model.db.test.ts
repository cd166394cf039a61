import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { expireNext } from "./expire-due"
import { getAuthorization } from "./get-authorization"
import { brokenCredit } from "./invariants"
import { readSpending } from "./read-spending"
import { readStanding } from "./read-standing"
import { type CreditLimitType, creditLeft, type Figures } from "./rules"
import { aCreditor, ask, type Creditor, give, noon, posted, settled, unguard } from "./testing-credit"

beforeAll(unguard)

type Promised = {
  id: string
  until: number
  held: number
  captured: number
  released: number
  expired: number
  ordered: number
  delivered: number
}
/** One organization with one user, as simply as it can be said. */
type World = { creditor: Creditor; limit: number; type: CreditLimitType; now: number; promises: Promised[]; balance: number; loose: number }

const sum = (world: World, part: "held" | "ordered" | "delivered") => world.promises.reduce((total, promise) => total + promise[part], 0)
const figuresOf = (world: World): Figures => ({
  ...{ held: sum(world, "held"), ordered: sum(world, "ordered"), delivered: sum(world, "delivered") + world.loose, balance: world.balance },
})
const leftOf = (world: World) =>
  creditLeft(figuresOf(world), { amount: world.limit, type: world.type, isMandatory: false, onExceeding: "error", allowOnAccount: true })
const pick = ({ promises }: World, at: number) => promises[at % Math.max(1, promises.length)]
const by = ({ now }: World) => ({ now: new Date(now) })

/** What ended by now is given back. */
function pass(world: World): void {
  for (const promise of world.promises)
    if (promise.until <= world.now) Object.assign(promise, { expired: promise.expired + promise.held, held: 0 })
}

type Deed = { name: string; amount: number; at: number }

const deeds: Record<string, (world: World, deed: Deed) => Promise<void>> = {
  async authorize(world, { amount, at }) {
    const until = world.now + 1000 * (1 + (at % 5))
    const left = leftOf(world)
    const answer = await ask(world.creditor, amount, { expiresAt: new Date(until) }, by(world))
    expect(answer.code).toBe(left === null || amount <= left ? "authorized" : "credit_exceeded")
    if (answer.code === "credit_exceeded") expect(answer.creditLeft).toBe(left)
    else world.promises.push({ id: String(answer.id), until, held: amount, captured: 0, released: 0, expired: 0, ordered: 0, delivered: 0 })
  },
  async capture(world, { amount, at }) {
    const promise = pick(world, at)
    if (!promise) return
    const isLast = at % 3 === 0
    const { code } = await settled(promise.id, "capture", amount, isLast, by(world))
    const isAllowed = promise.held > 0 && amount <= promise.held
    expect(code === "settled").toBe(isAllowed)
    if (!isAllowed) return
    Object.assign(promise, { held: promise.held - amount, captured: promise.captured + amount, ordered: promise.ordered + amount })
    if (isLast) Object.assign(promise, { released: promise.released + promise.held, held: 0 })
  },
  async release(world, { amount, at }) {
    const promise = pick(world, at)
    if (!promise) return
    const whole = at % 2 ? null : amount
    const taken = whole ?? promise.held
    const { code } = await settled(promise.id, "release", whole, false, by(world))
    const isAllowed = promise.held > 0 && taken <= promise.held
    expect(code === "settled").toBe(isAllowed)
    if (isAllowed) Object.assign(promise, { held: promise.held - taken, released: promise.released + taken })
  },
  async deliver(world, { amount, at }) {
    const promise = at % 4 ? pick(world, at) : undefined
    const { code } = await posted(world.creditor, "packing_slip", amount, { authorizationId: promise?.id ?? null }, by(world))
    expect(code).toBe(promise && amount > promise.ordered ? "exceeds_captured" : "posted")
    if (code !== "posted") return
    if (promise) Object.assign(promise, { ordered: promise.ordered - amount, delivered: promise.delivered + amount })
    else world.loose += amount
  },
  async invoice(world, { amount, at }) {
    const promise = at % 4 ? pick(world, at) : undefined
    const settledSlips = promise ? 0 : Math.min(world.loose, at)
    const given = { authorizationId: promise?.id ?? null, fromPackingSlips: settledSlips }
    const { code } = await posted(world.creditor, "invoice", amount, given, by(world))
    expect(code).toBe(promise && amount > promise.ordered + promise.delivered ? "exceeds_captured" : "posted")
    if (code !== "posted") return
    world.balance += amount
    world.loose -= settledSlips
    if (!promise) return
    const delivered = Math.min(amount, promise.delivered)
    Object.assign(promise, { delivered: promise.delivered - delivered, ordered: promise.ordered - (amount - delivered) })
  },
  async pay(world, { amount }) {
    await posted(world.creditor, "payment", amount, {}, by(world))
    world.balance -= amount
  },
  async limit(world, { amount, at }) {
    world.limit = amount * 3
    world.type = (["none", "balance", "balance_packing_slip", "balance_all"] as const)[at % 4] ?? "balance_all"
    await give(world.creditor.organizationId, { amount: world.limit, type: world.type })
  },
  async wait(world, { at }) {
    world.now += 700 * at
  },
  async sweep(world) {
    while (await expireNext(() => new Date(world.now)));
  },
}

const aDeed = fc.record({
  name: fc.constantFrom(...Object.keys(deeds), "authorize", "authorize", "capture"),
  amount: fc.integer({ min: 1, max: 400 }),
  at: fc.nat({ max: 11 }),
})

async function expectWorld(world: World): Promise<void> {
  const { creditor, promises } = world
  const at = new Date(world.now)
  expect(await readStanding(creditor.organizationId, at)).toMatchObject({ figures: figuresOf(world), left: leftOf(world) })
  const spent = promises.reduce((total, { held, captured }) => total + held + captured, 0)
  const [user] = await readSpending({ organizationId: creditor.organizationId, timeZone: "UTC", memberId: creditor.memberId }, at)
  expect(user?.spent).toBe(spent)
  for (const { id, held, captured, released, expired } of promises)
    expect(await getAuthorization(id, at)).toMatchObject({ held, captured, released, expired })
}

test("whatever is done in whatever order, the ledger is what the model says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDeed, { minLength: 5, maxLength: 25 }), async (given) => {
      const creditor = await aCreditor({ amount: 1000 })
      const world: World = { creditor, limit: 1000, type: "balance_all", now: noon.getTime(), promises: [], balance: 0, loose: 0 }
      for (const deed of given) {
        pass(world)
        await deeds[deed.name]?.(world, deed)
      }
      pass(world)
      await expectWorld(world)
      expect(await brokenCredit()).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 120_000)

test("done by several connections at once, it still adds up and gives no more than the limit", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDeed, { minLength: 20, maxLength: 60 }), async (given) => {
      const creditor = await aCreditor({ amount: 1000 })
      const first = await Promise.all([90, 80, 70].map((amount) => ask(creditor, amount)))
      const ids = first.map(({ id }) => String(id))
      const answers = await Promise.all(
        given.map(async ({ name, amount, at }) => {
          const id = ids[at % ids.length] ?? ""
          if (name === "capture" || name === "release") return settled(id, name, at % 2 ? null : amount, at % 3 === 0)
          if (name === "deliver") return posted(creditor, "packing_slip", amount, { authorizationId: id })
          if (name === "sweep") return { code: String(await expireNext(() => noon)) }
          return ask(creditor, amount)
        }),
      )
      expect(answers.map(({ code }) => code)).not.toContain(undefined)
      const standing = await readStanding(creditor.organizationId, noon)
      expect(standing?.used).toBeLessThanOrEqual(1000)
      expect(await brokenCredit()).toEqual([])
    }),
    { numRuns: 15 },
  )
}, 120_000)
