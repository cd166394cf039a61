import { Pool } from "pg"
import { beforeAll, describe, expect, test } from "vitest"
import type { Actor } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { newId } from "@/lib/platform/ids"
import { readListQuery } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { addMember } from "../hierarchies/add-member"
import { disableMember } from "../hierarchies/disable-member"
import { removeMember } from "../hierarchies/remove-member"
import { accept, doing, newcomer, seated } from "../hierarchies/testing-partner"
import { expireNext } from "./expire-due"
import { getAuthorization } from "./get-authorization"
import { brokenCredit } from "./invariants"
import { creditSource } from "./list/credit-source"
import { creditList } from "./list/views"
import { getCreditDetail } from "./queries"
import { readSpending } from "./read-spending"
import { readStanding } from "./read-standing"
import type { CreditLimitType } from "./rules"
import { setSpending } from "./set-spending"
import { aCreditor, ask, asking, type Creditor, give, noon, posted, settled, unguard } from "./testing-credit"

const hour = 3_600_000

beforeAll(unguard)

const standing = ({ organizationId }: Creditor, at = noon) => readStanding(organizationId, at)
const spentBy = async ({ organizationId, memberId }: Creditor, at = noon, timeZone = "UTC") =>
  (await readSpending({ organizationId, timeZone, memberId }, at))[0]?.spent

/** What of € 1,000 is delivered, invoiced, promised and ordered, in order of what counts first. */
async function used(creditor: Creditor) {
  const { id } = await ask(creditor, 60_000)
  await settled(id, "capture", 50_000)
  const authorizationId = String(id)
  await posted(creditor, "packing_slip", 30_000, { authorizationId })
  await posted(creditor, "invoice", 10_000, { authorizationId })
  return authorizationId
}

describe("an authorization", () => {
  test("holds what it was given, leaves a line in the ledger, and counts as spent", async () => {
    const creditor = await aCreditor()
    expect(await ask(creditor, 40_000)).toMatchObject({ code: "authorized", amount: 40_000, creditLeft: 60_000, isOver: false })
    expect(await standing(creditor)).toMatchObject({ used: 40_000, left: 60_000, figures: { held: 40_000 } })
    expect(await spentBy(creditor)).toBe(40_000)
    expect(await ask(creditor, 60_001)).toMatchObject({ code: "credit_exceeded", creditLeft: 60_000 })
    expect(await ask(creditor, 60_000)).toMatchObject({ code: "authorized", creditLeft: 0 })
    expect(await brokenCredit()).toEqual([])
  })

  test.each([
    ["none", false, null],
    ["none", true, 80_000],
    ["balance", false, 80_000],
    ["balance_packing_slip", false, 60_000],
    ["balance_all", false, 40_000],
  ] as const)("type %s, mandatory %s: %s are left of what is not counted", async (type: CreditLimitType, isMandatory, left) => {
    const creditor = await aCreditor()
    await used(creditor)
    await give(creditor.organizationId, { type, isMandatory })
    expect((await standing(creditor))?.left).toBe(left)
    expect((await ask(creditor, 1_000_000)).code).toBe(left === null ? "authorized" : "credit_exceeded")
    if (left !== null) {
      expect((await ask(creditor, left + 1)).code).toBe("credit_exceeded")
      expect((await ask(creditor, left)).code).toBe("authorized")
    }
    expect(await brokenCredit()).toEqual([])
  })

  test("goes over a limit that only warns, and says by how much", async () => {
    const creditor = await aCreditor({ amount: 100 })
    await give(creditor.organizationId, { amount: 100, onExceeding: "warning" })
    expect(await ask(creditor, 150)).toMatchObject({ code: "authorized", isOver: true, creditLeft: -50 })
  })

  test("is refused in words of its own for everything that is not there or not allowed", async () => {
    const [creditor, other] = [await aCreditor(), await aCreditor()]
    const code = async (given: object) => (await ask(creditor, 5, given)).code
    expect(await code({ organizationId: newId() })).toBe("organization_not_found")
    expect(await code({ memberId: other.memberId })).toBe("user_not_found")
    expect(await code({ memberId: newId() })).toBe("user_not_found")
    expect(await code({ currency: "USD" })).toBe("currency_mismatch")
    await doing((ctx) => disableMember(ctx, { hierarchyId: creditor.hierarchyId, memberId: creditor.memberId, reason: "Left" }))
    expect(await code({})).toBe("user_not_active")
    await give(creditor.organizationId, { allowOnAccount: false })
    expect(await code({ memberId: creditor.adminId })).toBe("on_account_not_allowed")
    await db.customer.update({ where: { id: creditor.organizationId }, data: { hold: "invoices" } })
    expect(await code({ memberId: creditor.adminId })).toBe("organization_on_hold")
    await db.hierarchy.update({ where: { id: creditor.hierarchyId }, data: { suspendedAt: new Date() } })
    expect(await code({ memberId: creditor.adminId })).toBe("organization_suspended")
    expect((await standing(creditor))?.used).toBe(0)
  })

  test("that is refused is kept with who asked, for how much and why, once an Idempotency-Key; what nobody is, is not", async () => {
    const creditor = await aCreditor({ amount: 100 })
    const by = { idempotencyKey: newId() }
    for (const _ of [1, 2]) await ask(creditor, 500, { reference: "Order 9" }, by)
    await ask(creditor, 7, { currency: "USD", reference: "Order 10" })
    await ask(creditor, 5, { memberId: newId() })
    const { refusals } = await getCreditDetail(creditor.organizationId, noon)
    expect(refusals.map(({ reference, why, amount, currency, memberId }) => [reference, why, amount, currency, memberId])).toEqual([
      ["Order 10", "The currency is another one", 7, "USD", creditor.memberId],
      ["Order 9", "More than the credit that is left", 500, "EUR", creditor.memberId],
    ])
    await expect(db.$executeRaw`update commerce.credit_refusal set amount = 1`).rejects.toThrow()
    await ask(creditor, 500, {}, { now: new Date() })
    const query = readListQuery(creditList, { view: "refused", cols: "organization,refused" })
    const { rows } = await readList(creditSource, newId(), query, new Date())
    expect(rows.map(({ id }) => id)).toContain(creditor.organizationId)
  })

  test("is captured whole, in part and for the last time, and released", async () => {
    const creditor = await aCreditor()
    const { id } = await ask(creditor, 100)
    expect(await settled(id, "capture", 30)).toMatchObject({ code: "settled", held: 70, captured: 30 })
    expect(await settled(id, "capture", 71)).toMatchObject({ code: "exceeds_authorization", held: 70 })
    expect(await settled(id, "release", 20)).toMatchObject({ held: 50, released: 20 })
    expect(await settled(id, "capture", 40, true)).toMatchObject({ held: 0, captured: 70, released: 30 })
    expect((await settled(id, "capture")).code).toBe("authorization_closed")
    expect((await settled(newId(), "capture")).code).toBe("authorization_not_found")
    expect(await standing(creditor)).toMatchObject({ used: 70, figures: { held: 0, ordered: 70 } })
    expect(await spentBy(creditor)).toBe(70)
    const whole = await ask(creditor, 10)
    expect(await settled(whole.id, "capture")).toMatchObject({ held: 0, captured: 10 })
    const dropped = await ask(creditor, 10)
    expect(await settled(dropped.id, "release")).toMatchObject({ held: 0, released: 10 })
    expect(await brokenCredit()).toEqual([])
  })

  test("ends by the clock: whoever reads or asks counts it as given back, and the worker writes it down", async () => {
    const creditor = await aCreditor({ amount: 100 })
    const { id } = await ask(creditor, 100)
    const [before, ended] = [new Date(noon.getTime() + hour - 1000), new Date(noon.getTime() + hour + 1000)]
    expect(await getAuthorization(String(id), before)).toMatchObject({ status: "authorized", held: 100 })
    expect(await getAuthorization(String(id), ended)).toMatchObject({ status: "expired", held: 0, expired: 100 })
    expect((await standing(creditor, ended))?.left).toBe(100)
    expect((await ask(creditor, 1, {}, { now: before })).code).toBe("credit_exceeded")
    expect((await settled(id, "capture", 1, false, { now: ended })).code).toBe("authorization_expired")
    expect((await ask(creditor, 100, {}, { now: ended })).code).toBe("authorized")
    expect(await spentBy(creditor, ended)).toBe(100)

    const another = await aCreditor({ amount: 100 })
    await ask(another, 70)
    expect(await expireNext(() => ended)).toBe(true)
    while (await expireNext(() => ended));
    expect(await db.creditAuthorization.count({ where: { held: { gt: 0 }, expiresAt: { lte: ended } } })).toBe(0)
    expect(await standing(another)).toMatchObject({ figures: { held: 0 }, left: 100 })
    expect(await spentBy(another)).toBe(0)
    expect(await brokenCredit()).toEqual([])
  })

  test("is held to the user's limits, per order and per month of the organization's own calendar", async () => {
    const creditor = await aCreditor({ timeZone: "Pacific/Auckland" })
    const { hierarchyId, memberId } = creditor
    await doing((ctx) => setSpending(ctx, { hierarchyId, memberId, currency: "EUR", perOrder: 60, perMonth: 100 }))
    // In Auckland it is the 31st of January 2031 until 11:00 UTC, and February from then on.
    const [january, february] = [new Date("2031-01-31T10:59:59Z"), new Date("2031-01-31T11:00:00Z")]
    const at = (now: Date, amount: number) => ask(creditor, amount, {}, { now })
    expect(await at(january, 61)).toMatchObject({ code: "order_limit_exceeded", orderLimit: 60 })
    expect((await at(january, 60)).code).toBe("authorized")
    expect(await at(january, 41)).toMatchObject({ code: "month_limit_exceeded", monthLeft: 40 })
    const last = await at(january, 40)
    expect(last).toMatchObject({ code: "authorized", monthLeft: 0 })
    expect((await at(february, 60)).code).toBe("authorized")
    // What is given back in February was spent in January.
    await settled(last.id, "release", null, false, { now: february })
    expect(await spentBy(creditor, january, "Pacific/Auckland")).toBe(60)
    expect(await spentBy(creditor, february, "Pacific/Auckland")).toBe(60)
    expect(await brokenCredit()).toEqual([])
  })
})

test("who is removed and added again has the limits of before, and has spent what they spent; in another currency neither", async () => {
  const creditor = await aCreditor()
  const { organizationId, hierarchyId, memberId } = creditor
  const ana: Actor = { kind: "partner", id: (await seated(creditor.adminId)).personId, name: "Ana Silva", role: "Admin" }
  const email = (await seated(memberId)).customer.email ?? ""
  const again = async (seat: string) => {
    await doing((ctx) => removeMember(ctx, { hierarchyId, memberId: seat }), ana)
    const added = await doing((ctx) => addMember(ctx, { hierarchyId, ...newcomer(), email }), ana)
    await accept({ id: added.memberId })
    return added.memberId
  }
  await doing((ctx) => setSpending(ctx, { hierarchyId, memberId, currency: "EUR", perOrder: 400, perMonth: 500 }))
  await ask(creditor, 300)
  const back = { ...creditor, memberId: await again(memberId) }
  expect(await ask(back, 450)).toMatchObject({ code: "order_limit_exceeded", orderLimit: 400 })
  expect(await ask(back, 201)).toMatchObject({ code: "month_limit_exceeded", monthLeft: 200 })
  expect(await ask(back, 150)).toMatchObject({ code: "authorized", monthLeft: 50 })
  expect(await spentBy(back)).toBe(450)
  const [user] = await readSpending({ organizationId, timeZone: "UTC", memberId: back.memberId }, noon)
  expect(user).toMatchObject({ limits: { perOrder: 400, perMonth: 500 }, monthLeft: 50 })
  expect(await brokenCredit()).toEqual([])

  const unused = await aCreditor()
  const removed = { hierarchyId: unused.hierarchyId, memberId: unused.memberId }
  await doing((ctx) => setSpending(ctx, { ...removed, currency: "EUR", perOrder: 400, perMonth: 500 }))
  await doing((ctx) => removeMember(ctx, removed))
  await give(unused.organizationId, { currency: "USD" })
  const known = (await seated(unused.memberId)).customer.email ?? ""
  const { memberId: inUsd } = await doing((ctx) => addMember(ctx, { hierarchyId: unused.hierarchyId, ...newcomer(), email: known }))
  expect(await db.spendingLimit.count({ where: { memberId: inUsd } })).toBe(0)
})

describe("what the shop tells", () => {
  test("goes from order to delivery to invoice to payment, and frees the credit at the end", async () => {
    const creditor = await aCreditor()
    const authorizationId = await used(creditor)
    expect((await standing(creditor))?.figures).toEqual({ held: 10_000, ordered: 20_000, delivered: 20_000, balance: 10_000 })
    expect(await posted(creditor, "packing_slip", 20_001, { authorizationId })).toMatchObject({ code: "exceeds_captured", left: 20_000 })
    expect(await posted(creditor, "invoice", 40_001, { authorizationId })).toMatchObject({ code: "exceeds_captured", left: 40_000 })
    await posted(creditor, "cancellation", 5000, { authorizationId })
    await posted(creditor, "invoice", 35_000, { authorizationId })
    await posted(creditor, "payment", 40_000)
    await posted(creditor, "credit_note", 6000, { note: "Broken" })
    expect((await standing(creditor))?.figures).toEqual({ held: 10_000, ordered: 0, delivered: 0, balance: -1000 })
    expect(await spentBy(creditor)).toBe(55_000)
    expect(await brokenCredit()).toEqual([])
  })

  test("may be about orders that nobody authorized here", async () => {
    const creditor = await aCreditor()
    await posted(creditor, "packing_slip", 300)
    expect((await posted(creditor, "invoice", 500, { fromPackingSlips: 301 })).code).toBe("exceeds_packing_slips")
    await posted(creditor, "invoice", 500, { fromPackingSlips: 300 })
    await posted(creditor, "adjustment", -100, { note: "Opening balance" })
    expect((await standing(creditor))?.figures).toEqual({ held: 0, ordered: 0, delivered: 0, balance: 400 })
    expect(await brokenCredit()).toEqual([])
  })

  test("about another organization's authorization is refused", async () => {
    const [creditor, other] = [await aCreditor(), await aCreditor()]
    const { id } = await ask(other, 10)
    expect((await posted(creditor, "invoice", 5, { authorizationId: String(id) })).code).toBe("authorization_not_found")
    expect((await posted(creditor, "payment", 5, { currency: "USD" })).code).toBe("currency_mismatch")
    expect((await posted({ organizationId: newId() }, "payment", 5)).code).toBe("organization_not_found")
  })
})

describe("an Idempotency-Key", () => {
  test("gets the same answer for ever, and does its deed once", async () => {
    const creditor = await aCreditor()
    const by = { idempotencyKey: newId() }
    const first = await ask(creditor, 60_000, {}, by)
    await give(creditor.organizationId, { allowOnAccount: false })
    expect(await ask(creditor, 60_000, {}, by)).toEqual({ ...first, replayed: true })
    expect((await standing(creditor))?.figures.held).toBe(60_000)
  })

  test("keeps a refusal too, whatever changes after it", async () => {
    const creditor = await aCreditor({ amount: 10 })
    const by = { idempotencyKey: newId() }
    expect((await ask(creditor, 11, {}, by)).code).toBe("credit_exceeded")
    await give(creditor.organizationId, { amount: 100 })
    expect((await ask(creditor, 11, {}, by)).code).toBe("credit_exceeded")
    expect((await ask(creditor, 11)).code).toBe("authorized")
  })

  test("with another body is refused, and another shop has keys of its own", async () => {
    const [creditor, other] = [await aCreditor(), await aCreditor()]
    const by = { idempotencyKey: newId() }
    await ask(creditor, 5, {}, by)
    expect((await ask(creditor, 6, {}, { ...by, fingerprint: "other" })).code).toBe("idempotency_key_reused")
    expect((await ask(other, 5, {}, { ...by, fingerprint: "other" })).code).toBe("idempotency_key_reused")
    expect((await ask(other, 5, { organizationId: newId() }, { ...by, fingerprint: "other" })).code).toBe("idempotency_key_reused")
    expect((await ask(other, 5, {}, { ...by, keyId: newId() })).code).toBe("authorized")
  })

  test("sent fifty times at once does one deed, on one organization or two", async () => {
    const [creditor, other] = [await aCreditor(), await aCreditor()]
    const by = { idempotencyKey: newId() }
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        at % 2 ? ask(creditor, 7, {}, { ...by, fingerprint: "one" }) : ask(other, 7, {}, { ...by, fingerprint: "two" }),
      ),
    )
    const given = answers.filter(({ code }) => code === "authorized")
    expect(given).toHaveLength(25)
    expect(new Set(given.map(({ id }) => id)).size).toBe(1)
    expect(answers.filter(({ code }) => code === "idempotency_key_reused")).toHaveLength(25)
    expect(((await standing(creditor))?.used ?? 0) + ((await standing(other))?.used ?? 0)).toBe(7)
  })
})

describe("under contention", () => {
  test("a thousand calls at once on one organization are given all that is left, and never one cent more", async () => {
    const creditor = await aCreditor({ amount: 64_137 })
    const pool = new Pool({ connectionString: env().DATABASE_URL, max: 60 })
    const amounts = Array.from({ length: 1000 }, (_, at) => 1 + ((at * 7919) % 211))
    const now = noon
    const text = "select commerce.credit_authorize($1,'Shop',$2,'print',$3,$4,$5,'EUR','Order',$6,$7,$8) as outcome"
    const { keyId } = asking()
    const answers = await Promise.all(
      amounts.map(async (amount) => {
        const values = [keyId, newId(), creditor.organizationId, creditor.memberId, amount, newId(), now, new Date(now.getTime() + hour)]
        const { rows } = await pool.query<{ outcome: { code: string; creditLeft: number } }>(text, values)
        return { amount, code: rows[0]?.outcome.code, left: rows[0]?.outcome.creditLeft ?? 0 }
      }),
    )
    await pool.end()
    const given = answers.filter(({ code }) => code === "authorized")
    const refused = answers.filter(({ code }) => code === "credit_exceeded")
    const sum = given.reduce((total, { amount }) => total + amount, 0)
    expect(given.length + refused.length).toBe(1000)
    expect(sum).toBeLessThanOrEqual(64_137)
    expect(await standing(creditor)).toMatchObject({ used: sum, left: 64_137 - sum })
    // Each who was refused was told what was left at that moment, and it was too little.
    for (const { amount, left } of refused) expect(left).toBeLessThan(amount)
    // Nobody was refused what was still there at the end.
    for (const { amount } of refused) expect(amount).toBeGreaterThan(64_137 - sum)
    expect(await brokenCredit()).toEqual([])
  }, 60_000)

  test("captures, releases and the clock on one authorization at once share what it holds", async () => {
    const creditor = await aCreditor()
    const { id } = await ask(creditor, 100)
    const ended = { now: new Date(noon.getTime() + 2 * hour) }
    await Promise.all([
      ...Array.from({ length: 20 }, () => settled(id, "capture", 7)),
      ...Array.from({ length: 20 }, () => settled(id, "release", 3)),
      expireNext(() => ended.now),
      expireNext(() => ended.now),
    ])
    const now = await getAuthorization(String(id), noon)
    expect((now?.held ?? 0) + (now?.captured ?? 0) + (now?.released ?? 0) + (now?.expired ?? 0)).toBe(100)
    expect(await brokenCredit()).toEqual([])
  })
})

describe("the ledger", () => {
  test("takes neither change nor deletion nor emptying, by trigger", async () => {
    await ask(await aCreditor(), 5)
    for (const table of ["credit_entry", "credit_answer"])
      for (const sin of [`update commerce.${table} set at = now()`, `delete from commerce.${table}`, `truncate commerce.${table} cascade`])
        await expect(db.$executeRawUnsafe(sin)).rejects.toThrow(/written once and never changed/)
  })

  test("grants nobody the right to, not even its owner", async () => {
    const rights = await db.$queryRaw<{ right: string }[]>`
      select distinct acl.privilege_type as right from pg_class, aclexplode(relacl) as acl
      where oid = any(array['commerce.credit_entry'::regclass, 'commerce.credit_answer'::regclass]) and acl.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`
    const [kept] = await db.$queryRaw<{ kept: boolean }[]>`
      select bool_and(relacl is not null) as kept from pg_class where oid = any(array['commerce.credit_entry'::regclass, 'commerce.credit_answer'::regclass])`
    expect(rights).toEqual([])
    expect(kept).toEqual({ kept: true })
  })

  test("is missed where a figure says something else", async () => {
    const creditor = await aCreditor()
    await ask(creditor, 5)
    await db.creditAccount.update({ where: { organizationId: creditor.organizationId }, data: { balance: 1 } })
    expect((await brokenCredit()).map(({ invariant }) => invariant)).toEqual(["The credit ledger adds up to the account"])
    await db.creditAccount.update({ where: { organizationId: creditor.organizationId }, data: { balance: 0 } })
  })
})
