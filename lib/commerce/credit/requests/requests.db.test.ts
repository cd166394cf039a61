import { beforeAll, describe, expect, test } from "vitest"
import { type Actor, type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { readListQuery } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { aStaff } from "@/prisma/makers"
import { accept, aMember, aPartner, doing, movesOf, theManager } from "../../hierarchies/testing-partner"
import { confirmTerms } from "../answer-terms"
import { creditSource } from "../list/credit-source"
import { creditList } from "../list/views"
import { getCreditSummary } from "../queries"
import { readStanding } from "../read-standing"
import { ask as buy, give } from "../testing-credit"
import { declineCreditRequest } from "./answer-request"
import { askForCredit, withdrawCreditRequest } from "./ask-for-credit"
import { getCreditRequest } from "./queries"
import { AskForCredit } from "./schema"

beforeAll(theManager)

/** A partner with whoever asks for it. */
async function anAsker(name = "Ana Silva") {
  const { hierarchyId, admin } = await aPartner()
  const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId }, select: { organizationId: true } })
  const actor: Actor = { kind: "partner", id: admin.personId, name, role: "Admin" }
  const as = <Result>(work: (ctx: Ctx) => Promise<Result>, who: Actor = actor) => inTransaction(who, work)
  const ask = (amount: number, who?: Actor, currency = "EUR") =>
    as((ctx) => askForCredit(ctx, { hierarchyId, amount, currency, note: "Stock for the season" }), who)
  return { hierarchyId, organizationId, as, ask }
}

const bells = (organizationId: string) => db.notification.findMany({ where: { recordId: organizationId, kind: "approval" } })

describe("a partner asks for credit", () => {
  test("and gives nothing by that: staff are told, nothing is sold on account, and one request waits at a time", async () => {
    const { organizationId, hierarchyId, ask } = await anAsker()
    expect(await ask(5_000_000)).toEqual({ amount: "€ 50,000" })
    expect(await readStanding(organizationId, new Date())).toMatchObject({ terms: null, left: null })
    expect(await getCreditRequest(organizationId)).toMatchObject({
      state: "asked",
      amount: 5_000_000,
      currency: "EUR",
      askedByName: "Ana Silva",
    })
    expect((await bells(organizationId)).map(({ text }) => text)).toContainEqual(
      expect.stringContaining("asks for a credit limit of € 50,000."),
    )
    await expect(ask(6_000_000)).rejects.toThrow("Ana Silva asked for credit already")
    const moves = await db.auditEntry.findMany({ where: { move: "credit.request", recordId: organizationId } })
    expect(moves).toMatchObject([{ to: "€ 50,000", reason: "Stock for the season", actorName: "Ana Silva" }])
    expect(moves[0]?.recordIds).toContain(hierarchyId)
  })

  test("twice at once is once, also where it is the first that anybody hears of its credit", async () => {
    const { organizationId, ask } = await anAsker()
    const tries = await Promise.allSettled([ask(100), ask(200), ask(300)])
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const lost of tries) if (lost.status === "rejected") expect(String(lost.reason)).toContain("asked for credit already")
    expect(await db.creditRequest.count({ where: { credit: { organizationId } } })).toBe(1)
  })

  test("for more than it has, in the currency of its credit once it has bought something", async () => {
    const { organizationId, hierarchyId, ask } = await anAsker()
    await give(organizationId)
    await expect(ask(100_000)).rejects.toThrow("Your limit is € 1,000 already")
    const memberId = await aMember(hierarchyId)
    await accept({ id: memberId })
    const { code } = await buy({ organizationId, hierarchyId, memberId, adminId: "" }, 5)
    expect(code).toBe("authorized")
    await expect(ask(900_000, undefined, "USD")).rejects.toThrow("The ledger is in EUR")
    await ask(100_001)
  })

  test("and staff answer in another currency; what was asked for stays what it was", async () => {
    const { organizationId, ask } = await anAsker()
    await ask(150_000, undefined, "GBP")
    expect(await readStanding(organizationId, new Date())).toMatchObject({ currency: "GBP", terms: null })
    await give(organizationId, { currency: "USD", amount: 200_000 })
    expect(await readStanding(organizationId, new Date())).toMatchObject({ currency: "USD", left: 200_000 })
    expect(await getCreditRequest(organizationId)).toMatchObject({ state: "answered", currency: "GBP", amount: 150_000 })
    expect(await ask(5_000, undefined, "JPY")).toEqual({ amount: "¥ 5,000" })
    expect((await getCreditSummary(organizationId)).asked).toEqual({ amount: 5_000, currency: "JPY" })
    const query = readListQuery(creditList, { view: "asked", cols: "organization,asked,limit" })
    const { rows } = await readList(creditSource, (await theManager()).id, query, new Date())
    expect(rows.find(({ id }) => id === organizationId)?.cells.slice(1)).toEqual([
      [5_000, "JPY"],
      [2_000, "USD"],
    ])
  })

  test("and new terms answer it, whatever they give: at once, or when the second person confirms", async () => {
    const { organizationId, ask } = await anAsker()
    await ask(5_000_000)
    await give(organizationId, { amount: 200_000 })
    expect(await getCreditRequest(organizationId)).toMatchObject({ state: "answered", answer: null, answeredAt: expect.any(Date) })
    await ask(9_000_000)
    const { termsId, isAsked } = await give(organizationId, { amount: 9_000_000 })
    expect(isAsked).toBe(true)
    expect(await getCreditRequest(organizationId)).toMatchObject({ state: "asked" })
    await doing((ctx) => confirmTerms(ctx, { termsId }), await aStaff("commerce_manager"))
    expect(await getCreditRequest(organizationId)).toMatchObject({ state: "answered" })
  })

  test("and staff decline with a reason, once, while the partner withdraws at the same moment", async () => {
    const { organizationId, hierarchyId, as, ask } = await anAsker()
    await ask(5_000_000)
    const requestId = (await getCreditRequest(organizationId))?.id ?? ""
    const tries = await Promise.allSettled([
      doing((ctx) => declineCreditRequest(ctx, { requestId, answer: "Pay the open invoices first" })),
      as((ctx) => withdrawCreditRequest(ctx, { hierarchyId, requestId })),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const request = await getCreditRequest(organizationId)
    const isDeclined = tries[0]?.status === "fulfilled"
    expect(request).toMatchObject(
      isDeclined ? { state: "declined", answer: "Pay the open invoices first" } : { state: "withdrawn", answer: null },
    )
    expect((await movesOf(organizationId)).map(([move]) => move)).toContain(
      isDeclined ? "credit.decline_request" : "credit.withdraw_request",
    )
    await ask(5_000_000)
  })

  test("of another partner nobody withdraws anything", async () => {
    const [one, other] = [await anAsker(), await anAsker("Bo Berg")]
    await one.ask(100)
    const requestId = (await getCreditRequest(one.organizationId))?.id ?? ""
    await expect(other.as((ctx) => withdrawCreditRequest(ctx, { hierarchyId: other.hierarchyId, requestId }))).rejects.toThrow(
      "no such request",
    )
    await expect(other.as((ctx) => withdrawCreditRequest(ctx, { hierarchyId: newId(), requestId }))).rejects.toThrow(
      "no such customer hierarchy",
    )
  })
})

test.each([
  ["", "amount"],
  ["0", "amount"],
  ["a lot", "amount"],
])("%j is no amount to ask for", (amount, field) => {
  const read = AskForCredit.safeParse({ currency: "EUR", amount, note: "Stock" })
  expect(read.error?.issues[0]?.path).toEqual([field])
})
