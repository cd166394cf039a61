import { beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { whileHolding } from "@/lib/platform/testing-waits"
import type { GuardedMove } from "@/lib/sales/policies/effect"
import { aRule, publish } from "@/lib/sales/rule-sets/testing-rules"
import { confirmApproval } from "@/lib/sync/approvals/answer-approval"
import { getApproval } from "@/lib/sync/approvals/queries"
import { brokenInvariants } from "@/lib/sync/invariants"
import { type ProspectMove, prospectRules } from "@/lib/sync/prospect-policies/kind"
import { aLead, aProspect, approve, aStaff, qualify, runMap } from "@/prisma/makers"
import { countAsks, countOpenChoices } from "./queries"
import { askForAll, begin, choose, chooseForAll, drain, getItems, getRun, start, takeBack } from "./testing-runs"

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
const asksOf = async (id: string) => countAsks(await getRun(id))
const stateOf = async (id: string) => (await db.lead.findUniqueOrThrow({ where: { id } })).state
const lost = { input: { statusReason: "lost", comment: "Too small" } }

describe("a run over leads that a policy wants two people for", () => {
  test("shows them as a group of their own, asks for them, decides the others, and says which is which", async () => {
    await guard("qualify")
    const [two, one] = [await guarded(), await free()]
    const id = await begin(maja, "qualify", [two.id, one.id])
    await drain()
    const [first, second] = await getItems(id)
    expect(first).toMatchObject({ verdict: "second", told: expect.stringContaining("wants a second person: account") })
    expect(first?.found).toMatchObject([{ id: "ask", label: "Ask for a second person" }])
    expect(second).toMatchObject({ verdict: "ready" })
    expect(await getRun(id)).toMatchObject({ ready: 1, choose: 0, second: 1, chosen: 1 })
    expect(await countOpenChoices(id)).toBe(0)
    expect(await asksOf(id)).toEqual({ asks: 1, ofSecond: 1 })
    await start(maja, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 2, skipped: 0 })
    expect(await asksOf(id)).toEqual({ asks: 1, ofSecond: 1 })
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
    await start(maja, id)
    await db.bulkRun.update({ where: { id }, data: { atOnce: 1 } })
    await drain()
    expect(await waiting()).toHaveLength(3)
    const told = await db.notification.findMany({ where: { personId: priya.id } })
    expect(told).toMatchObject([{ kind: "approval", recordKind: "run", recordId: id, text: "Leads of this run wait for a second person." }])
    await confirm((await waiting())[0]?.id ?? "")
    expect(await db.lead.count({ where: { state: "disqualified", closeComment: "Too small" } })).toBe(1)
    expect(await brokenInvariants()).toEqual([])
  })

  test("leaves out whom somebody left out, and cannot be made to decide them alone", async () => {
    await guard("qualify")
    const [lead, other] = [await guarded(), await guarded()]
    const id = await begin(maja, "qualify", [lead.id, other.id])
    await drain()
    await expect(choose(maja, id, 1, "new")).rejects.toMatchObject({ code: "not_found" })
    await chooseForAll(maja, id, "new")
    await chooseForAll(maja, id, "best")
    expect(await asksOf(id)).toEqual({ asks: 2, ofSecond: 2 })
    await choose(maja, id, 1, "skip")
    expect(await getRun(id)).toMatchObject({ second: 2, chosen: 1 })
    await askForAll(maja, id, "skip")
    expect(await getRun(id)).toMatchObject({ second: 2, chosen: 0 })
    await expect(start(maja, id)).rejects.toMatchObject({ code: "conflict" })
    await askForAll(maja, id, "ask")
    await choose(maja, id, 1, "skip")
    await start(maja, id)
    await drain()
    expect((await waiting()).map(({ leadId }) => leadId)).toEqual([other.id])
    expect((await getItems(id))[0]).toMatchObject({ result: "skipped", why: "It was left out." })
    expect([await stateOf(lead.id), await stateOf(other.id)]).toEqual(["open", "open"])
  })

  test("is taken back in the order in which many are answered at once", async () => {
    await guard("qualify")
    const leads = [await guarded(), await guarded()]
    const id = await begin(
      maja,
      "qualify",
      leads.map((lead) => lead.id),
    )
    await drain()
    await start(maja, id)
    await drain()
    const [first = "", last = ""] = (await waiting()).map((approval) => approval.id).sort()
    await takeBack(maja, id)
    const lock = (approvalId: string) => (ctx: Ctx) =>
      ctx.tx.$executeRaw`select 1 from platform.approval where id = ${approvalId}::uuid for update`
    await whileHolding(lock(first), drain, lock(last))
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 2, kept: 0 })
  })

  test("is taken back with what it asked, but for what somebody confirmed meanwhile", async () => {
    await guard("qualify")
    const [one, other] = [await guarded(), await guarded()]
    const id = await begin(maja, "qualify", [one.id, other.id])
    await drain()
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

  test("blocks what waits for a second person already, and what shares the company of another of the run", async () => {
    await guard("qualify")
    const lead = await guarded()
    const again = async () => {
      const id = await begin(maja, "qualify", [lead.id])
      await drain()
      return id
    }
    await start(maja, await again())
    await drain()
    expect((await getItems(await again()))[0]).toMatchObject({
      verdict: "blocked",
      told: expect.stringContaining("Maja Lindqvist asked to qualify"),
    })
    const [first, twin] = [await guarded(), await aLead({ companyName: "Twin of the first" })]
    await db.lead.update({ where: { id: twin.id }, data: { nameKey: first.nameKey, companyName: first.companyName } })
    const both = await begin(maja, "qualify", [first.id, twin.id])
    await drain()
    expect((await getItems(both))[1]).toMatchObject({ verdict: "blocked", told: expect.stringContaining("ask for it by itself") })
  })

  test("asks for what was chosen, where something is to be chosen first", async () => {
    const known = await free()
    await qualify(priya, known.id)
    const account = await db.account.findFirstOrThrow({ where: { originatingLeadId: known.id } })
    await guard("qualify")
    const lead = await guarded()
    await db.lead.update({ where: { id: lead.id }, data: { nameKey: known.nameKey, companyName: known.companyName, country: "ES" } })
    const id = await begin(maja, "qualify", [lead.id])
    await drain()
    const [item] = await getItems(id)
    expect(item).toMatchObject({ verdict: "choose", told: expect.stringContaining("Policy “Two people” wants a second person. May be") })
    await choose(maja, id, 1, account.id)
    expect(await asksOf(id)).toEqual({ asks: 1, ofSecond: 0 })
    await start(maja, id)
    await drain()
    const [approval] = await waiting()
    expect(approval).toMatchObject({ leadId: lead.id, input: expect.objectContaining({ accountId: account.id }) })
    expect((await getApproval(priya, { leadId: lead.id }))?.details).toEqual([`Into ${known.companyName}`])
    await confirm(approval?.id ?? "")
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ state: "qualified", accountId: account.id })
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("a run over prospects that a policy wants two people for", () => {
  let henrik: Staff
  let ida: Staff
  const answer = (approvalId: string) => inTransaction(ida, (ctx) => confirmApproval({ ...ctx, actor: ida }, { approvalId }))
  const ofProspects = (move: ProspectMove) =>
    publish(henrik, prospectRules, [aRule({ do: "second", moves: [move] }, ["website", "filled"], { name: "Four eyes" })])
  const statusOf = async (id: string) => (await db.prospect.findUniqueOrThrow({ where: { id } })).status

  beforeEach(async () => {
    henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
    ida = await aStaff("commerce_manager", { name: "Ida Bruun" })
  })

  test("asks for the guarded ones and approves the others; confirmed, each becomes what the run had chosen", async () => {
    const known = await aLead({ website: null })
    await qualify(priya, known.id)
    const account = await db.account.findFirstOrThrow({ where: { originatingLeadId: known.id } })
    await ofProspects("approve")
    const [two, one, alike] = [await aProspect(), await aProspect({ website: null }), await aProspect({ companyName: known.companyName })]
    await db.lead.update({ where: { prospectId: alike.id }, data: { country: "ES" } })
    const id = await begin(henrik, "approve", [two.id, one.id, alike.id], { list: "prospects", input: { noteToApplicant: "Welcome" } })
    await drain()
    const items = await getItems(id)
    expect(items.map(({ verdict }) => verdict)).toEqual(["second", "ready", "choose"])
    await choose(henrik, id, 3, account.id)
    await start(henrik, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 3, skipped: 0, failed: 0 })
    expect([await statusOf(two.id), await statusOf(one.id), await statusOf(alike.id)]).toEqual(["pending", "approved", "pending"])
    expect(await db.notification.findMany({ where: { personId: ida.id, kind: "approval" } })).toMatchObject([
      { recordKind: "run", recordId: id, text: "Prospects of this run wait for a second person." },
    ])
    const detailsOf = async (prospectId: string) => (await getApproval(ida, { prospectId }))?.details
    expect(await detailsOf(two.id)).toEqual(["Into a new company", "To the applicant: Welcome"])
    expect(await detailsOf(alike.id)).toEqual([`Into ${known.companyName}`, "To the applicant: Welcome"])
    for (const { id: approvalId } of await waiting()) await answer(approvalId)
    expect([await statusOf(two.id), await statusOf(alike.id)]).toEqual(["approved", "approved"])
    expect(await db.prospect.findUniqueOrThrow({ where: { id: two.id } })).toMatchObject({ noteToApplicant: "Welcome" })
    const lead = await db.lead.findUniqueOrThrow({ where: { prospectId: alike.id } })
    expect(lead).toMatchObject({ state: "qualified", accountId: account.id })
    expect(await brokenInvariants()).toEqual([])
  })

  test("says whose company one without a lead becomes: a partner's, or a new one; and nothing of one whose opportunity stands", async () => {
    await ofProspects("approve")
    const ada = await aStaff("administrator")
    const partner = await aProspect({ website: null })
    await approve(henrik, partner.id)
    const { organizationId, companyName } = await db.prospect.findUniqueOrThrow({ where: { id: partner.id } })
    const deal = await aProspect()
    await qualify(priya, deal.leadId ?? "")
    await runMap(ada, "prospects_leads", "stop")
    const [alike, stranger] = [await aProspect({ companyName }), await aProspect()]
    const id = await begin(henrik, "approve", [alike.id, stranger.id, deal.id], { list: "prospects", input: {} })
    await drain()
    await choose(henrik, id, 1, `customer:${organizationId}`)
    await start(henrik, id)
    await drain()
    await runMap(ada, "prospects_leads", "start")
    const detailsOf = async (prospectId: string) => (await getApproval(ida, { prospectId }))?.details
    expect(await detailsOf(alike.id)).toEqual([`Into ${companyName}`])
    expect(await detailsOf(stranger.id)).toEqual(["Into a new company"])
    expect(await detailsOf(deal.id)).toEqual([])
    for (const { id: approvalId } of await waiting()) await answer(approvalId)
    expect(await db.prospect.findUniqueOrThrow({ where: { id: alike.id } })).toMatchObject({ status: "approved", organizationId })
    expect([await statusOf(stranger.id), await statusOf(deal.id)]).toEqual(["approved", "approved"])
    expect(await brokenInvariants()).toEqual([])
  })

  test("asks before it rejects; whoever asked cannot confirm, and taking the run back takes the question back", async () => {
    await ofProspects("reject")
    const [one, other] = [await aProspect(), await aProspect()]
    const input = { reason: "No fit", noteToApplicant: "" }
    const id = await begin(henrik, "reject", [one.id, other.id], { list: "prospects", input })
    await drain()
    expect((await getItems(id)).map(({ verdict }) => verdict)).toEqual(["second", "second"])
    await start(henrik, id)
    await drain()
    const asked = await waiting()
    expect(asked).toMatchObject([{ move: "reject" }, { move: "reject" }])
    const own = inTransaction(henrik, (ctx) => confirmApproval({ ...ctx, actor: henrik }, { approvalId: asked[0]?.id ?? "" }))
    await expect(own).rejects.toMatchObject({ code: "forbidden" })
    await answer(asked.find(({ prospectId }) => prospectId === one.id)?.id ?? "")
    await takeBack(henrik, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 1, kept: 1 })
    expect([await statusOf(one.id), await statusOf(other.id)]).toEqual(["rejected", "pending"])
    expect(await waiting()).toEqual([])
    expect(await brokenInvariants()).toEqual([])
  })

  test("is guarded by whoever else its opportunity decides", async () => {
    const [host, guest] = [await aProspect({ website: null }), await aProspect()]
    await qualify(priya, host.leadId ?? "")
    const deal = await db.opportunity.findFirstOrThrow({ where: { originatingLeadId: host.leadId } })
    await qualify(priya, guest.leadId ?? "", { accountId: deal.accountId, opportunity: "attach", opportunityId: deal.id })
    await ofProspects("approve")
    const id = await begin(henrik, "approve", [host.id], { list: "prospects", input: {} })
    await drain()
    expect((await getItems(id))[0]).toMatchObject({ verdict: "second", told: expect.stringContaining("Four eyes") })
    await askForAll(henrik, id, "skip")
    await expect(start(henrik, id)).rejects.toMatchObject({ code: "conflict" })
    await askForAll(henrik, id, "ask")
    await start(henrik, id)
    await drain()
    expect([await statusOf(host.id), await statusOf(guest.id)]).toEqual(["pending", "pending"])
    await answer((await waiting())[0]?.id ?? "")
    expect([await statusOf(host.id), await statusOf(guest.id)]).toEqual(["approved", "approved"])
    expect(await brokenInvariants()).toEqual([])
  })
})
