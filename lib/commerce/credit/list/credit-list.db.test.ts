import { beforeAll, describe, expect, test } from "vitest"
import { inTransaction } from "@/lib/platform/context"
import { db, pool } from "@/lib/platform/db"
import { type Filter, filterText } from "@/lib/platform/filter"
import { readListQuery } from "@/lib/platform/list-query"
import { listNeighbours, readList } from "@/lib/platform/list-source"
import { plansOf } from "@/lib/testing-plans"
import { aStaff } from "@/prisma/makers"
import { aPartner, doing, theManager } from "../../hierarchies/testing-partner"
import { currencies, minorDigits, typedAmount } from "../money"
import { readStanding } from "../read-standing"
import { setReview } from "../review-credit"
import type { SetCredit } from "../schema"
import { aCreditor, ask, give, posted, unguard } from "../testing-credit"
import { creditSource } from "./credit-source"
import { type CreditField, creditFields } from "./fields"
import { countCreditViews } from "./queries"
import { creditList } from "./views"

const keys = Object.keys(creditFields) as CreditField[]
const cols = keys.join(",")
const viewerId = "00000000-0000-4000-8000-000000000002"
const list = (params: Record<string, string> = {}) =>
  readList(creditSource, viewerId, readListQuery(creditList, { cols, ...params }), new Date())
const ids = async (params: Record<string, string> = {}) => (await list(params)).rows.map(({ id }) => id)

/** The row of an organization, by field. */
async function rowOf(organizationId: string) {
  const row = (await list()).rows.find(({ id }) => id === organizationId)
  return row && (Object.fromEntries(keys.map((key, place) => [key, row.cells[place]])) as Record<CreditField, unknown>)
}

/** A creditor of € 1,000 who used so much of it, in cents. */
async function using(cents: number, given: Partial<SetCredit> = {}): Promise<string> {
  const creditor = await aCreditor(given)
  if (cents > 0) await posted(creditor, "invoice", cents)
  return creditor.organizationId
}

beforeAll(unguard)

describe("the list of credit", () => {
  test.each<[string, number, Partial<SetCredit>, string, number | null]>([
    ["little", 10_000, {}, "within", 10],
    ["ninety percent, and not a cent more", 90_000, {}, "within", 90],
    ["a cent more than that", 90_001, {}, "near", 90],
    ["all of it", 100_000, {}, "near", 100],
    ["a cent too much", 100_001, {}, "over", 100],
    ["something of a limit of nothing", 1, { amount: 0 }, "over", null],
    ["nothing of a limit of nothing", 0, { amount: 0 }, "within", null],
    ["what nobody limits", 500_000, { type: "none" }, "unlimited", null],
    ["what is limited although of type None", 500_000, { type: "none", isMandatory: true }, "over", 500],
    ["what is not sold on account", 10_000, { allowOnAccount: false }, "off", null],
  ])("says how it stands where somebody used %s", async (_, cents, given, status, share) => {
    const id = await using(cents, given)
    expect(await rowOf(id)).toMatchObject({ status, share })
    const inViews = await Promise.all((["near", "over", "off"] as const).map(async (view) => (await ids({ view })).includes(id)))
    expect(inViews).toEqual([status === "near" || status === "over", status === "over", status === "off"])
    for (const [where, isThere] of [
      [["status", "is", status], true],
      [["status", "is-not", status], false],
    ] as [Filter, boolean][])
      expect((await ids({ f: filterText(where) })).includes(id)).toBe(isThere)
  })

  test("shows amounts as people read them, in the currency's own digits", async () => {
    const { organizationId, ...creditor } = await aCreditor({ amount: 123_456, type: "balance_packing_slip" })
    await posted({ organizationId }, "invoice", 100)
    await ask({ organizationId, ...creditor }, 2_050)
    expect(await rowOf(organizationId)).toMatchObject({
      ...{ limit: [1234.56, "EUR"], used: [21.5, "EUR"], left: [1213.06, "EUR"], balance: [1, "EUR"], promised: [20.5, "EUR"] },
      ...{ type: "balance_packing_slip", onExceeding: "error", onAccount: true, currency: "EUR", waiting: false, review: null },
    })
    const yen = await using(0, { currency: "JPY", amount: 123_456 })
    expect(await rowOf(yen)).toMatchObject({ limit: [123_456, "JPY"] })
    const dinars = await using(0, { currency: "KWD", amount: 123_456 })
    expect(await rowOf(dinars)).toMatchObject({ limit: [123.456, "KWD"] })
  })

  test("knows the digits of every currency", async () => {
    const id = await using(0)
    for (const currency of currencies.filter((code) => minorDigits(code) !== 2)) {
      await give(id, { currency })
      const limit = (await rowOf(id))?.limit as [number, string]
      expect(limit, currency).toEqual([Number(typedAmount(100_000, currency)), currency])
    }
  })

  test("agrees with the record, also on what has ended since and on terms of some days", async () => {
    const creditor = await aCreditor({ type: "balance_all" })
    const soon = new Date(Date.now() + 250)
    await ask(creditor, 700, { expiresAt: soon }, { now: new Date() })
    await ask(creditor, 300)
    await give(creditor.organizationId, { amount: 50_000, validTo: new Date().toISOString().slice(0, 10) })
    await expect.poll(async () => (await rowOf(creditor.organizationId))?.promised).toEqual([3, "EUR"])
    const standing = await readStanding(creditor.organizationId, new Date())
    const [sql] = await db.$queryRaw<{ used: bigint; left: bigint }[]>`
      select used, credit_left as left from commerce.credit_standing(now()) where organization_id = ${creditor.organizationId}::uuid`
    expect(standing).toMatchObject({ used: Number(sql?.used), left: Number(sql?.left) })
    expect(await rowOf(creditor.organizationId)).toMatchObject({ limit: [500, "EUR"], until: expect.any(Number) })
  })

  test("begins with what is used most; what has no limit stands at its end, and what is not sold on account last", async () => {
    const [much, little, none, off] = [
      await using(400_000),
      await using(1),
      await using(0, { type: "none" }),
      await using(0, { allowOnAccount: false }),
    ]
    const mine = [much, little, none, off]
    const order = async (params: Record<string, string>) => (await ids(params)).filter((id) => mine.includes(id))
    expect(await order({ sort: "share" })).toEqual(mine)
    expect(await order({ sort: "share", dir: "asc" })).toEqual(mine.toReversed())
    const query = readListQuery(creditList, {})
    const around = await listNeighbours(creditSource, viewerId, query, little, new Date())
    expect(around.previous).not.toBeNull()
    expect(around.next).not.toBeNull()
  })

  test("has what is due for review, in the organization's own days, and what waits for a second person", async () => {
    const today = new Date().toISOString().slice(0, 10)
    const due = await using(0)
    const later = await using(0)
    await inTransaction(await theManager(), (ctx) => setReview(ctx, { organizationId: due, reviewOn: today }))
    await inTransaction(await theManager(), (ctx) => setReview(ctx, { organizationId: later, reviewOn: "2099-01-01" }))
    const reviews = await ids({ view: "review" })
    expect(reviews).toContain(due)
    expect(reviews).not.toContain(later)
    const waiting = await using(0)
    await db.creditThreshold.create({ data: { currency: "EUR", amount: 100_000n } })
    await give(waiting, { amount: 900_000 })
    await db.creditThreshold.deleteMany()
    expect(await ids({ view: "waiting" })).toEqual([waiting])
    expect(await rowOf(waiting)).toMatchObject({ waiting: true, limit: [1000, "EUR"] })
  })

  test("counts each of its views as the view has them", async () => {
    const counts = await countCreditViews(viewerId)
    for (const view of Object.keys(creditList.views) as (keyof typeof creditList.views)[])
      expect(counts?.[view], view).toBe((await list({ view })).total)
  })
})

test("five thousand organizations with credit are one pass, which walks over no ledger and no customer one by one", async () => {
  const { organizationId } = await aCreditor()
  const staff = await aStaff("commerce_manager")
  await pool.query(`
    with made as (insert into commerce.customer (id, number, name, type, status, language, created_at, search_text, version)
      select gen_random_uuid(), 'CUS-9' || lpad(n::text, 6, '0'), 'Firm ' || n, 'organization', 'active', 'en', now(), 'firm ' || n, 1 from generate_series(1, 5000) n returning id),
    accounts as (insert into commerce.credit_account (id, organization_id, currency, created_at, held, balance)
      select gen_random_uuid(), id, 'EUR', now(), 0, (random() * 120000)::int from made returning id)
    insert into commerce.credit_terms (id, credit_id, currency, amount, type, is_mandatory, on_exceeding, allow_on_account, valid_from, reason, state, stands_since, asked_by_name, asked_at)
    select gen_random_uuid(), id, 'EUR', 100000, 'balance_all', false, 'error', true, now() - interval '1 hour', 'Bulk', 'stands', now() - interval '1 hour', 'Henrik', now() from accounts`)
  await pool.query("analyze commerce.customer, commerce.credit_account, commerce.credit_terms")
  type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] }
  const nodes = (plan: Node): Node[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
  const plans = await plansOf(async () => {
    await list()
    await readStanding(organizationId, new Date())
    await countCreditViews(staff.id)
  })
  expect(plans.length).toBeGreaterThanOrEqual(3)
  for (const { plan } of plans) {
    const walked = nodes(plan).flatMap((node) => (node["Node Type"] === "Seq Scan" ? [node["Relation Name"]] : []))
    expect(walked).not.toContain("credit_entry")
    expect(walked).not.toContain("credit_authorization")
    expect(walked).not.toContain("credit_terms")
  }
  const [, one] = plans
  expect(nodes(one?.plan as Node).some((node) => node["Node Type"] === "Seq Scan")).toBe(false)
  const { total, next } = await list({ q: "firm 1" })
  expect(total).toBe(50)
  expect(next).not.toBeNull()
}, 60_000)

test("an organization without credit is not in it", async () => {
  const { hierarchyId } = await aPartner()
  const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId }, select: { organizationId: true } })
  expect(await rowOf(organizationId)).toBeUndefined()
  expect(await doing((ctx) => ctx.tx.creditAccount.count({ where: { organizationId } }))).toBe(0)
})
