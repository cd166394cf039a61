import { beforeAll, describe, expect, test } from "vitest"
import { aCreditor, ask, type Creditor, noon, posted, settled, unguard } from "@/lib/commerce/credit/testing-credit"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { removeMember } from "@/lib/commerce/hierarchies/remove-member"
import { accept, aPartner, doing, newcomer, seated } from "@/lib/commerce/hierarchies/testing-partner"
import { db } from "@/lib/platform/db"
import { plansOf } from "@/lib/testing-plans"
import type { Partner } from "./partner"
import { getStatement } from "./statement"

let creditor: Creditor
beforeAll(unguard)

async function as(memberId: string): Promise<Partner> {
  const { hierarchyId, role, personId } = await db.hierarchyMember.findUniqueOrThrow({ where: { id: memberId } })
  const seat = { memberId, memberRole: role, hierarchyId, hierarchyName: "Ltd", isChosen: true }
  return { kind: "partner", id: personId, name: "Somebody", email: "", role: "", sessionId: "", ...seat }
}

beforeAll(async () => {
  creditor = await aCreditor()
  const { id } = await ask(creditor, 40_000, { reference: "Order 1" })
  await settled(id, "capture", 30_000, true)
  await ask({ ...creditor, memberId: creditor.adminId }, 5_000, { reference: "Order 2" })
  await posted(creditor, "invoice", 30_000, { authorizationId: String(id), reference: "Invoice 1" })
  await posted(creditor, "payment", 10_000, { reference: "Bank 1" })
  const other = await aCreditor()
  await ask(other, 7, { reference: "Somebody else's" })
  await posted(other, "payment", 9)
})

describe("a statement", () => {
  test("shows an Admin every order with who bought it, and what was owed after each invoice and payment", async () => {
    const statement = await getStatement(await as(creditor.adminId), noon)
    expect(statement?.orders.map(({ reference, status, amount, by }) => [reference, status, amount, by])).toEqual([
      ["Order 2", "authorized", 5_000, expect.any(String)],
      ["Order 1", "captured", 40_000, "Rui Costa"],
    ])
    expect(statement?.lines?.map(({ kind, reference, change, balance }) => [kind, reference, change, balance])).toEqual([
      ["payment", "Bank 1", -10_000, 20_000],
      ["invoice", "Invoice 1", 30_000, 30_000],
    ])
  })

  test("tells what was owed at each line, whatever stands before the newest", async () => {
    const busy = await aCreditor()
    for (let n = 1; n <= 103; n++) await posted(busy, n % 2 === 0 ? "payment" : "invoice", n, { reference: String(n) })
    const { lines } = (await getStatement(await as(busy.adminId), noon)) ?? {}
    const owed = (line: number) =>
      Array.from({ length: line }, (_, at) => (at % 2 === 0 ? at + 1 : -at - 1)).reduce((sum, each) => sum + each, 0)
    expect(lines?.map(({ reference, balance }) => [reference, balance])).toEqual(
      Array.from({ length: 100 }, (_, at) => [String(103 - at), owed(103 - at)]),
    )
  })

  test("shows a User what they bought themselves, and nothing of what is owed", async () => {
    const statement = await getStatement(await as(creditor.memberId), noon)
    expect(statement).toMatchObject({ currency: "EUR", lines: null, orders: [{ reference: "Order 1", by: null }] })
  })

  test("counts what ended by the hour as expired", async () => {
    const later = new Date(noon.getTime() + 2 * 3_600_000)
    const [newest] = (await getStatement(await as(creditor.adminId), later))?.orders ?? []
    expect(newest).toMatchObject({ reference: "Order 2", status: "expired" })
  })

  test("shows a User who was removed and added again what they bought before", async () => {
    const again = await aCreditor()
    const { hierarchyId, memberId } = again
    const { customer } = await seated(memberId)
    await ask(again, 5, { reference: "Before" })
    await ask({ ...again, memberId: again.adminId }, 7, { reference: "The Admin's" })
    await doing((ctx) => removeMember(ctx, { hierarchyId, memberId }))
    const back = await doing((ctx) => addMember(ctx, { hierarchyId, ...newcomer(), email: customer.email ?? "" }))
    await accept({ id: back.memberId })
    await ask({ ...again, ...back }, 6, { reference: "After" }, { now: new Date(noon.getTime() + 1000) })
    const { orders } = (await getStatement(await as(back.memberId), noon)) ?? {}
    expect(orders?.map(({ reference }) => reference)).toEqual(["After", "Before"])
  })

  test("is there once the organization has credit", async () => {
    const { admin } = await aPartner()
    expect(await getStatement(await as(admin.id), noon)).toBeNull()
  })

  test("walks over no ledger, however much shops asked", async () => {
    const { adminId, memberId } = creditor
    await db.$executeRaw`
      insert into commerce.credit_entry (credit_id, authorization_id, member_id, kind, amount, at, by_name)
      select credit_id, id, member_id, 'authorize', amount, created_at, 'Shop' from commerce.credit_authorization, generate_series(1, 10000)`
    await db.$executeRaw`analyze commerce.credit_authorization, commerce.credit_entry`
    const partners = [await as(adminId), await as(memberId)]
    const plans = await plansOf(async () => {
      for (const partner of partners) await getStatement(partner, noon)
    })
    type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] }
    const nodes = (plan: Node): Node[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
    const walked = plans.flatMap(({ plan }) =>
      nodes(plan)
        .filter((node) => node["Node Type"] === "Seq Scan")
        .map((node) => node["Relation Name"]),
    )
    expect(walked).not.toContain("credit_entry")
  })
})
