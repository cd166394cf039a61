import { beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import type { GuardedMove } from "@/lib/sales/policies/effect"
import { aRule, publish } from "@/lib/sales/rule-sets/testing-rules"
import { confirmApproval } from "@/lib/sync/approvals/answer-approval"
import { brokenInvariants } from "@/lib/sync/invariants"
import { aLead, aStaff } from "@/prisma/makers"
import { countAsks, countOpenChoices } from "./queries"
import { begin, choose, chooseForAll, drain, getItems, getRun, start, takeBack } from "./testing-runs"

let priya: Staff
let maja: Staff

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run, platform.approval, platform.notification`
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
})

/** Leads with a website are decided by two; the others by one. */
const guard = (...moves: GuardedMove[]) =>
  publish(priya, "policy", [aRule({ do: "second", moves }, ["website", "filled"], { name: "Two people" })])
const guarded = () => aLead()
const free = () => aLead({ website: null })
const waiting = () => db.approval.findMany({ where: { state: "waiting" }, orderBy: { askedAt: "asc" } })
const confirm = (approvalId: string) => inTransaction(priya, (ctx) => confirmApproval({ ...ctx, actor: priya }, { approvalId }))
const stateOf = async (id: string) => (await db.lead.findUniqueOrThrow({ where: { id } })).state
const lost = { input: { statusReason: "lost", comment: "Too small" } }

describe("a run over leads that a policy wants two people for", () => {
  test("offers to ask, asks for those that were chosen, decides the others, and says which is which", async () => {
    await guard("qualify")
    const [two, one] = [await guarded(), await free()]
    const id = await begin(maja, "qualify", [two.id, one.id])
    await drain()
    const [first, second] = await getItems(id)
    expect(first).toMatchObject({ verdict: "choose", told: expect.stringContaining("wants a second person: account") })
    expect(first?.found).toMatchObject([{ id: "ask", label: "Ask for a second person" }])
    expect(second).toMatchObject({ verdict: "ready" })
    expect(await countOpenChoices(id)).toEqual({ open: 1, asks: 1 })
    await chooseForAll(maja, id, "ask")
    expect(await countAsks(id)).toBe(1)
    await start(maja, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 2, skipped: 0 })
    expect((await getItems(id))[0]).toMatchObject({
      result: "done",
      why: "A second person was asked, as policy “Two people” wants.",
      decisionId: null,
    })
    expect([await stateOf(two.id), await stateOf(one.id)]).toEqual(["open", "qualified"])
    const [approval] = await waiting()
    expect(approval).toMatchObject({ move: "qualify", leadId: two.id, askedByName: "Maja Lindqvist" })
    await confirm(approval?.id ?? "")
    expect(await stateOf(two.id)).toBe("qualified")
    expect(await brokenInvariants()).toEqual([])
  })

  test("rings one bell for all that it asked, on the run", async () => {
    await guard("disqualify")
    const leads = [await guarded(), await guarded(), await guarded()]
    const id = await begin(
      maja,
      "disqualify",
      leads.map((lead) => lead.id),
      lost,
    )
    await drain()
    await chooseForAll(maja, id, "ask")
    await start(maja, id)
    await db.bulkRun.update({ where: { id }, data: { atOnce: 1 } })
    await drain()
    expect(await waiting()).toHaveLength(3)
    const told = await db.notification.findMany({ where: { personId: priya.id } })
    expect(told).toMatchObject([{ kind: "approval", recordKind: "run", recordId: id }])
    await confirm((await waiting())[0]?.id ?? "")
    expect(await db.lead.count({ where: { state: "disqualified", closeComment: "Too small" } })).toBe(1)
    expect(await brokenInvariants()).toEqual([])
  })

  test("leaves out what nobody chose to ask for, and cannot be made to decide it alone", async () => {
    await guard("qualify")
    const lead = await guarded()
    const id = await begin(maja, "qualify", [lead.id])
    await drain()
    await expect(choose(maja, id, 1, "new")).rejects.toMatchObject({ code: "not_found" })
    await chooseForAll(maja, id, "new")
    await chooseForAll(maja, id, "best")
    expect(await countOpenChoices(id)).toEqual({ open: 1, asks: 1 })
    await expect(start(maja, id)).rejects.toMatchObject({ code: "conflict" })
    expect(await stateOf(lead.id)).toBe("open")
  })

  test("is taken back with what it asked, but for what somebody confirmed meanwhile", async () => {
    await guard("qualify")
    const [one, other] = [await guarded(), await guarded()]
    const id = await begin(maja, "qualify", [one.id, other.id])
    await drain()
    await chooseForAll(maja, id, "ask")
    await start(maja, id)
    await drain()
    const confirmed = (await waiting()).find(({ leadId }) => leadId === other.id)
    await confirm(confirmed?.id ?? "")
    await takeBack(maja, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 1, kept: 1 })
    expect(await waiting()).toEqual([])
    expect(await db.approval.findFirst({ where: { leadId: one.id } })).toMatchObject({
      state: "taken_back",
      answeredByName: "Maja Lindqvist",
    })
    expect((await getItems(id))[1]).toMatchObject({ result: "kept", why: expect.stringContaining("Priya Raman was faster: Confirmed") })
    expect(await brokenInvariants()).toEqual([])
  })

  test("blocks what waits for a second person already, and what has a match to choose first", async () => {
    await guard("qualify")
    const lead = await guarded()
    const again = async () => {
      const id = await begin(maja, "qualify", [lead.id])
      await drain()
      return id
    }
    const id = await again()
    await chooseForAll(maja, id, "ask")
    await start(maja, id)
    await drain()
    expect((await getItems(await again()))[0]).toMatchObject({
      verdict: "blocked",
      told: expect.stringContaining("Maja Lindqvist asked to qualify"),
    })
    const [first, twin] = [await guarded(), await aLead({ companyName: "Twin of the first" })]
    await db.lead.update({ where: { id: twin.id }, data: { nameKey: first.nameKey, companyName: first.companyName } })
    const both = await begin(maja, "qualify", [first.id, twin.id])
    await drain()
    expect((await getItems(both))[1]).toMatchObject({ verdict: "blocked", told: expect.stringContaining("ask for it on the record") })
  })
})
