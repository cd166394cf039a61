import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aStaff } from "@/prisma/makers"
import { aMember, aPartner, doing, theManager } from "../hierarchies/testing-partner"
import { confirmTerms, sendBackTerms, takeBackTerms } from "./answer-terms"
import { getCreditDetail } from "./queries"
import { readSpending } from "./read-spending"
import { readStanding } from "./read-standing"
import { completeReview, remindOfReview, setReview } from "./review-credit"
import { SetCredit, SetSpending } from "./schema"
import { setCredit } from "./set-credit"
import { setOwnSpending, setSpending } from "./set-spending"
import { setThreshold } from "./set-threshold"
import { aCreditor, ask, give, terms } from "./testing-credit"

const day = 86_400_000
const later = (ms: number) => new Date(Date.now() + ms)
const dayAfter = (days: number) =>
  later(days * day)
    .toISOString()
    .slice(0, 10)
const limitAt = async (organizationId: string, at = new Date()) => (await readStanding(organizationId, at))?.terms?.amount ?? null
const high = 6_000_000
let colleague: Staff

beforeAll(async () => {
  colleague = await aStaff("commerce_manager")
})

describe("terms of credit", () => {
  test("stand at once within the threshold, with one audit row on the organization and its hierarchy", async () => {
    const { organizationId, hierarchyId } = await aCreditor()
    expect(await readStanding(organizationId, new Date())).toMatchObject({ currency: "EUR", used: 0, left: 100_000 })
    const moves = await db.auditEntry.findMany({ where: { recordId: organizationId, move: { startsWith: "credit." } } })
    expect(moves).toMatchObject([{ move: "credit.set", from: null, to: "€ 1,000, Balance + All, Error", reason: "As agreed" }])
    expect(moves[0]?.recordIds).toContain(hierarchyId)
  })

  test("of a later day stand from that day on, and of some days for those days, without anybody's doing", async () => {
    const { organizationId } = await aCreditor()
    await give(organizationId, { amount: 200_000, validFrom: dayAfter(10) })
    await give(organizationId, { amount: 300_000, validFrom: dayAfter(20), validTo: dayAfter(22) })
    const amounts = await Promise.all([0, 9, 11, 19, 21, 24].map((days) => limitAt(organizationId, later(days * day))))
    expect(amounts).toEqual([100_000, 100_000, 200_000, 200_000, 300_000, 200_000])
  })

  test("begin and end with the days of the organization's own time zone", async () => {
    const { organizationId } = await aCreditor({ timeZone: "Pacific/Auckland" })
    const { terms: rows } = await getCreditDetail(organizationId, new Date())
    expect(rows).toHaveLength(1)
    await give(organizationId, { amount: 5, timeZone: "Pacific/Auckland", validFrom: "2031-07-01", validTo: "2031-07-01" })
    const [planned] = (await getCreditDetail(organizationId, new Date())).terms
    expect(planned).toMatchObject({ validFrom: new Date("2031-06-30T12:00:00Z"), validTo: new Date("2031-07-01T12:00:00Z") })
  })

  test.each([
    [{ validFrom: dayAfter(-1) }, "validFrom"],
    [{ validTo: dayAfter(-1) }, "validTo"],
    [{ validFrom: dayAfter(5), validTo: dayAfter(4) }, "validTo"],
  ])("%o is refused at its field", async (given, field) => {
    const { organizationId } = await aCreditor()
    await expect(give(organizationId, given)).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } })
    expect((await getCreditDetail(organizationId, new Date())).terms).toHaveLength(1)
  })

  test("are given to partners alone", async () => {
    await expect(give(newId())).rejects.toMatchObject({ code: "not_found" })
    const { memberId } = await aCreditor()
    const { customerId } = await db.hierarchyMember.findUniqueOrThrow({ where: { id: memberId } })
    await expect(give(customerId)).rejects.toMatchObject({ code: "not_found" })
  })

  test("are never changed, whoever tries", async () => {
    const { organizationId } = await aCreditor()
    const [row] = (await getCreditDetail(organizationId, new Date())).terms
    const id = row?.id ?? ""
    await expect(db.$executeRaw`update commerce.credit_terms set amount = 1 where id = ${id}::uuid`).rejects.toThrow(/new ones are made/)
    await expect(db.$executeRaw`delete from commerce.credit_terms where id = ${id}::uuid`).rejects.toThrow(/new ones are made/)
  })

  test.each([
    [{ amount: "" }, "amount"],
    [{ amount: "12.345" }, "amount"],
    [{ currency: "XXY" }, "currency"],
    [{ type: "all" }, "type"],
    [{ timeZone: "Mars/Base" }, "timeZone"],
    [{ reason: " " }, "reason"],
    [{ validFrom: "31.12.2026" }, "validFrom"],
  ])("of a form with %o are refused at the field", (given, field) => {
    const form = {
      organizationId: newId(),
      currency: "EUR",
      amount: "100",
      type: "balance",
      onExceeding: "error",
      timeZone: "UTC",
      reason: "So",
    }
    expect(SetCredit.parse({ ...form, allowOnAccount: "on" })).toMatchObject({ amount: 10_000, allowOnAccount: true, isMandatory: false })
    expect(SetCredit.safeParse({ ...form, ...given }).error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

describe("above the threshold", () => {
  const asked = async () => {
    const creditor = await aCreditor()
    const { termsId, isAsked } = await give(creditor.organizationId, { amount: high })
    expect(isAsked).toBe(true)
    return { ...creditor, termsId }
  }
  const by = (actor: Staff, work: typeof confirmTerms, termsId: string) => inTransaction(actor, (ctx) => work(ctx, { termsId }))

  test("terms wait, and a second person confirms them; nobody confirms their own", async () => {
    const { organizationId, termsId } = await asked()
    expect(await limitAt(organizationId)).toBe(100_000)
    await expect(by(await theManager(), confirmTerms, termsId)).rejects.toMatchObject({ code: "forbidden" })
    await by(colleague, confirmTerms, termsId)
    expect(await limitAt(organizationId)).toBe(high)
    expect(await db.notification.count({ where: { kind: "approval", recordId: organizationId, personId: colleague.id } })).toBe(1)
    expect(await db.notification.count({ where: { kind: "approval", recordId: organizationId, personId: (await theManager()).id } })).toBe(
      1,
    )
  })

  test("the database itself refuses that one person asks and confirms", async () => {
    const { termsId } = await asked()
    const { id } = await theManager()
    const data = { state: "stands", standsSince: new Date(), answeredAt: new Date(), answeredById: id, answeredByName: "Me" } as const
    await expect(db.creditTerms.update({ where: { id: termsId }, data })).rejects.toThrow(/credit_terms_are_answered_by_another/)
  })

  test("one change waits at a time; sent back or taken back, the way is free", async () => {
    const { organizationId, termsId } = await asked()
    await expect(give(organizationId, { amount: 5 })).rejects.toMatchObject({ code: "conflict" })
    await inTransaction(colleague, (ctx) => sendBackTerms(ctx, { termsId, answer: "Too much" }))
    const second = await give(organizationId, { amount: high })
    await expect(by(colleague, takeBackTerms, second.termsId)).rejects.toMatchObject({ code: "forbidden" })
    await by(await theManager(), takeBackTerms, second.termsId)
    expect((await give(organizationId, { amount: 5 })).isAsked).toBe(false)
    expect(await limitAt(organizationId)).toBe(5)
  })

  test("of two who answer at once, one does, and the other reads who", async () => {
    const { termsId } = await asked()
    const other = await aStaff("administrator")
    const answers = await Promise.allSettled([
      by(colleague, confirmTerms, termsId),
      inTransaction(other, (ctx) => sendBackTerms(ctx, { termsId, answer: "No" })),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { message: expect.stringContaining("was faster") },
    })
  })

  test("of two who ask at once, one waits", async () => {
    const { organizationId } = await aCreditor()
    const answers = await Promise.allSettled([
      give(organizationId, { amount: high }),
      give(organizationId, { amount: high + 1 }, colleague),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  })

  test("the threshold is a setting of each currency", async () => {
    await doing((ctx) => setThreshold(ctx, { currency: "JPY", amount: 100, version: 0 }))
    await expect(doing((ctx) => setThreshold(ctx, { currency: "JPY", amount: 200, version: 0 }))).rejects.toMatchObject({
      code: "conflict",
    })
    const { hierarchyId } = await aPartner()
    const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId } })
    expect((await give(organizationId, { currency: "JPY", amount: 101 })).isAsked).toBe(true)
    await doing((ctx) => setThreshold(ctx, { currency: "JPY", amount: null, version: 1 }))
  })
})

describe("reviews", () => {
  test("are told once by the bell when they are due, to whoever planned them", async () => {
    const { organizationId } = await aCreditor()
    await inTransaction(colleague, (ctx) => setReview(ctx, { organizationId, reviewOn: dayAfter(3) }))
    expect(await remindOfReview(() => later(2 * day))).toBe(false)
    expect(await Promise.all([remindOfReview(() => later(3 * day)), remindOfReview(() => later(3 * day))])).toContain(true)
    expect(await remindOfReview(() => later(4 * day))).toBe(false)
    const told = await db.notification.findMany({ where: { kind: "reminder", recordId: organizationId } })
    expect(told).toMatchObject([{ personId: colleague.id, text: expect.stringContaining("due for review") }])
  })

  test("are told to everybody who sets credit where whoever planned them no longer does", async () => {
    const { organizationId } = await aCreditor()
    const gone = await aStaff("commerce_manager")
    await inTransaction(gone, (ctx) => setReview(ctx, { organizationId, reviewOn: dayAfter(1) }))
    await db.person.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
    expect(await remindOfReview(() => later(2 * day))).toBe(true)
    const told = await db.notification.findMany({ where: { kind: "reminder", recordId: organizationId }, select: { personId: true } })
    expect(told.map(({ personId }) => personId)).toContain(colleague.id)
    expect(told.map(({ personId }) => personId)).not.toContain(gone.id)
  })

  test("are completed with what they found, and planned anew", async () => {
    const { organizationId } = await aCreditor()
    const done = (reviewOn: string | null) => doing((ctx) => completeReview(ctx, { organizationId, finding: "All paid", reviewOn }))
    await expect(done(null)).rejects.toMatchObject({ code: "conflict" })
    await doing((ctx) => setReview(ctx, { organizationId, reviewOn: dayAfter(1) }))
    await done(dayAfter(90))
    expect((await getCreditDetail(organizationId, new Date())).reviewOn).toEqual(new Date(dayAfter(90)))
    await expect(doing((ctx) => setReview(ctx, { organizationId, reviewOn: dayAfter(-1) }))).rejects.toMatchObject({ code: "invalid" })
  })
})

describe("spending limits", () => {
  test("of the store and of the organization's Admin stand beside each other, and the lower counts", async () => {
    const { organizationId, hierarchyId, memberId } = await aCreditor()
    const limits = { hierarchyId, memberId, currency: "EUR" }
    await doing((ctx) => setSpending(ctx, { ...limits, perOrder: 500, perMonth: 9000 }))
    await doing((ctx) => setOwnSpending(ctx, { ...limits, perOrder: 700, perMonth: 4000 }))
    const [user] = await readSpending({ organizationId, timeZone: "UTC", memberId }, new Date())
    expect(user).toMatchObject({ limits: { perOrder: 500, perMonth: 4000 }, spent: 0, monthLeft: 4000 })
    const moves = await db.auditEntry.findMany({ where: { recordId: memberId, move: { startsWith: "spending." } }, orderBy: { id: "asc" } })
    expect(moves.map(({ move, from, to }) => [move, from, to])).toEqual([
      ["spending.set", "No limit", "€ 5 per order, € 90 per month"],
      ["spending.set_own", "No limit", "€ 7 per order, € 40 per month"],
    ])
  })

  test("are no more than the organization's credit limit, and of its own users", async () => {
    const { hierarchyId, memberId } = await aCreditor()
    const other = await aPartner()
    const set = (given: object) =>
      doing((ctx) => setOwnSpending(ctx, { hierarchyId, memberId, currency: "EUR", perOrder: null, perMonth: null, ...given }))
    await expect(set({ perMonth: 100_001 })).rejects.toMatchObject({ code: "invalid", fields: { perMonth: expect.any(String) } })
    await expect(set({ memberId: await aMember(other.hierarchyId) })).rejects.toMatchObject({ code: "not_found" })
    await expect(set({ currency: "USD", perMonth: 5 })).rejects.toMatchObject({ code: "invalid" })
    const stranger = { hierarchyId: other.hierarchyId, memberId: other.admin.id }
    await expect(set(stranger)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("no credit limit yet") })
  })

  test("are read from a form, empty for no limit", () => {
    const form = { hierarchyId: newId(), memberId: newId(), currency: "EUR" }
    expect(SetSpending.parse({ ...form, perOrder: "5.5", perMonth: "" })).toMatchObject({ perOrder: 550, perMonth: null })
    expect(SetSpending.safeParse({ ...form, perOrder: "many" }).error?.issues[0]?.path).toEqual(["perOrder"])
  })
})

test("an organization whose credit was used cannot be taken away from under its ledger", async () => {
  const creditor = await aCreditor()
  await ask(creditor, 5)
  await expect(db.creditAccount.delete({ where: { organizationId: creditor.organizationId } })).rejects.toThrow()
})

describe("the currency of credit", () => {
  const currencyOf = async (organizationId: string) => (await readStanding(organizationId, new Date()))?.currency
  const inUsd = { currency: "USD", amount: 120_000 }

  test("is another one with new terms, as long as nothing stands in it; the terms before count no longer, and the history says so", async () => {
    const { organizationId } = await aCreditor()
    await give(organizationId, { amount: 70_000, validFrom: dayAfter(9) })
    await give(organizationId, inUsd)
    expect(await readStanding(organizationId, new Date())).toMatchObject({ currency: "USD", left: 120_000 })
    expect(await limitAt(organizationId, later(10 * day))).toBe(120_000)
    const { terms: rows, currencyStays } = await getCreditDetail(organizationId, new Date())
    expect(rows.map(({ currency, amount }) => [currency, amount])).toEqual([
      ["USD", 120_000],
      ["EUR", 70_000],
      ["EUR", 100_000],
    ])
    expect(currencyStays).toBeNull()
    const said = await db.auditEntry.findFirstOrThrow({ where: { recordId: organizationId, move: "credit.set" }, orderBy: { id: "desc" } })
    expect(said).toMatchObject({ from: "€ 1,000, Balance + All, Error", to: "$ 1,200, Balance + All, Error" })
    expect(await db.fieldChange.findMany({ where: { recordId: organizationId, field: "creditCurrency" } })).toMatchObject([
      { from: "EUR", to: "USD", auditId: said.id },
    ])
  })

  test("changes from now on and for good: terms of another one neither begin later nor end", async () => {
    const { organizationId } = await aCreditor()
    for (const [given, field] of [
      [{ validFrom: dayAfter(3) }, "validFrom"],
      [{ validTo: dayAfter(3) }, "validTo"],
    ] as const)
      await expect(give(organizationId, { ...inUsd, ...given })).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      })
    expect(await currencyOf(organizationId)).toBe("EUR")
  })

  test("changes for good too where the terms before are still to begin", async () => {
    const { hierarchyId } = await aPartner()
    const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId } })
    await give(organizationId, { validFrom: dayAfter(9) })
    for (const given of [{ validFrom: dayAfter(3) }, { validTo: dayAfter(3) }])
      await expect(give(organizationId, { ...inUsd, ...given })).rejects.toMatchObject({ code: "invalid" })
    await give(organizationId, inUsd)
    expect(await limitAt(organizationId, later(10 * day))).toBe(120_000)
  })

  test("begins or ends on a day where nothing was given in another one", async () => {
    const { hierarchyId } = await aPartner()
    const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId } })
    await give(organizationId, { validFrom: dayAfter(1), validTo: dayAfter(2) })
    await inTransaction(colleague, (ctx) =>
      setCredit({ ...ctx, now: later(4 * day) }, terms(organizationId, { ...inUsd, validTo: dayAfter(9) })),
    )
    expect(await limitAt(organizationId, later(5 * day))).toBe(120_000)
  })

  test("stays once its ledger says anything, or users have limits in it; whoever tries", async () => {
    const [used, limited] = [await aCreditor(), await aCreditor()]
    await ask(used, 5)
    const { hierarchyId, memberId } = limited
    const limit = (perOrder: number | null) =>
      doing((ctx) => setSpending(ctx, { hierarchyId, memberId, currency: "EUR", perOrder, perMonth: null }))
    await limit(500)
    for (const [{ organizationId }, why] of [
      [used, "The ledger is in EUR"],
      [limited, "Users have spending limits in EUR"],
    ] as const) {
      await expect(give(organizationId, inUsd)).rejects.toMatchObject({
        code: "conflict",
        fields: { currency: expect.stringContaining(why) },
      })
      expect((await getCreditDetail(organizationId, new Date())).currencyStays).toContain(why)
    }
    await expect(db.creditAccount.update({ where: { organizationId: used.organizationId }, data: { currency: "USD" } })).rejects.toThrow()
    await limit(null)
    await give(limited.organizationId, inUsd)
    expect(await currencyOf(limited.organizationId)).toBe("USD")
  })

  test("above the threshold is another one when the second person confirms, and not before", async () => {
    const { organizationId } = await aCreditor()
    const asked = await give(organizationId, { currency: "USD", amount: high })
    expect(asked.isAsked).toBe(true)
    expect(await currencyOf(organizationId)).toBe("EUR")
    expect((await getCreditDetail(organizationId, new Date())).waiting).toMatchObject({ currency: "USD", amount: high })
    await inTransaction(colleague, (ctx) => sendBackTerms(ctx, { termsId: asked.termsId, answer: "In euros, please" }))
    expect(await currencyOf(organizationId)).toBe("EUR")
    const again = await give(organizationId, { currency: "USD", amount: high })
    await inTransaction(colleague, (ctx) => confirmTerms(ctx, { termsId: again.termsId }))
    expect(await readStanding(organizationId, new Date())).toMatchObject({ currency: "USD", left: high })
  })

  test("or a shop sells something in it at the same moment: one of the two happens, and the other is told", async () => {
    for (let round = 0; round < 6; round++) {
      const creditor = await aCreditor()
      const { termsId } = await give(creditor.organizationId, { currency: "USD", amount: high })
      const confirming = inTransaction(colleague, (ctx) => confirmTerms(ctx, { termsId }))
      const [sold, confirmed] = await Promise.allSettled([ask(creditor, 5, {}, { now: later(1000) }), confirming])
      const code = sold.status === "fulfilled" ? sold.value.code : null
      if (code === "authorized") expect(confirmed).toMatchObject({ reason: { message: expect.stringContaining("The ledger is in EUR") } })
      else expect([code, confirmed.status]).toEqual(["currency_mismatch", "fulfilled"])
    }
  })
})
