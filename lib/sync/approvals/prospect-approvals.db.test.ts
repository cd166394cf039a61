import { beforeEach, expect, test } from "vitest"
import { begin, drain, getItems } from "@/lib/bulk/testing-runs"
import type { Staff } from "@/lib/identity/actor"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aRule, publish } from "@/lib/sales/rule-sets/testing-rules"
import { aLead, anOpportunity, aProspect, approve, aStaff, asApplicant, disqualify, lose, reject, runMap, win } from "@/prisma/makers"
import { brokenInvariants } from "../invariants"
import { type ProspectMove, prospectRules } from "../prospect-policies/kind"
import { type CloseAsLost, DisqualifyLead } from "../schema"
import { confirmApproval, sendBackApproval } from "./answer-approval"
import { approveOrAsk, disqualifyOrAsk, loseOrAsk, rejectOrAsk } from "./decide-or-ask"
import { foreseeAsking } from "./foresee-asking"
import { getApproval } from "./queries"

let priya: Staff
let maja: Staff
let henrik: Staff
let irja: Staff
let ada: Staff

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run, platform.approval, platform.notification`
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  irja = await aStaff("commerce_manager", { name: "Irja Salo" })
  ada = await aStaff("administrator", { name: "Ada King" })
})

const guard = (...moves: ProspectMove[]) =>
  publish(henrik, prospectRules, [aRule({ do: "second", moves }, ["country", "is", "PT"], { name: "Risky" })])
type By = Parameters<typeof confirmApproval>[0]
const as = <Result>(staff: Staff, deed: (ctx: By) => Promise<Result>) => inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }))
const askToApprove = (staff: Staff, prospectId: string) => as(staff, (ctx) => approveOrAsk(ctx, { prospectId, noteToApplicant: "Welcome" }))
const waiting = () => db.approval.findFirstOrThrow({ where: { state: "waiting" } })
const confirm = async (staff: Staff, approvalId?: string) => {
  const id = approvalId ?? (await waiting()).id
  return as(staff, (ctx) => confirmApproval(ctx, { approvalId: id }))
}
const statusOf = async (id: string) => (await db.prospect.findUniqueOrThrow({ where: { id } })).status
const alone = expect.objectContaining({ code: "conflict", message: expect.stringContaining("wants a second person") })
async function withoutLead() {
  await runMap(ada, "prospects_leads", "stop")
  const prospect = await aProspect()
  await runMap(ada, "prospects_leads", "start")
  return prospect
}

test("a prospect without a lead is asked for and confirmed by another; whoever asked cannot confirm", async () => {
  await guard("approve")
  const { id } = await withoutLead()
  expect(await foreseeAsking({ id, status: "pending", leadId: null, opportunityId: null }, new Date())).toEqual({
    approve: expect.stringContaining("Policy “Risky”, version 1, wants a second person"),
    reject: null,
  })
  expect(await askToApprove(henrik, id)).toMatchObject({ decisionId: null, asked: expect.stringContaining("Risky") })
  expect(await db.approval.findFirstOrThrow()).toMatchObject({ move: "approve", leadId: null, prospectId: id, state: "waiting" })
  expect(await db.notification.count({ where: { personId: irja.id, recordId: id, kind: "approval" } })).toBe(1)
  expect((await getApproval(henrik, { prospectId: id }))?.refusals.answer).toContain("You asked for this yourself")
  expect((await getApproval(irja, { prospectId: id }))?.details).toEqual(["To the applicant: Welcome"])
  await expect(confirm(henrik)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("You asked for this yourself"),
  })
  await expect(confirm(maja)).rejects.toMatchObject({ code: "forbidden" })
  const { decisionId } = await confirm(irja)
  expect(await statusOf(id)).toBe("approved")
  expect(await db.prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({ noteToApplicant: "Welcome", decidedByName: "Irja Salo" })
  expect(await db.auditEntry.findFirst({ where: { decisionId } })).toMatchObject({
    reason: expect.stringContaining("Asked for by Henrik Aalto, confirmed by Irja Salo."),
  })
  expect(await brokenInvariants()).toEqual([])
})

test("a policy of prospects guards every door that approves or rejects them, in Commerce and in Sales, and bulk", async () => {
  const [open, deal, lost] = [await aLead(), await anOpportunity(maja), await anOpportunity(maja)]
  await guard("approve", "reject")
  await expect(approve(henrik, open.prospectId ?? "")).rejects.toEqual(alone)
  await expect(reject(henrik, open.prospectId ?? "")).rejects.toEqual(alone)
  await expect(disqualify(maja, open.id)).rejects.toEqual(alone)
  await expect(win(maja, deal.id)).rejects.toEqual(alone)
  await expect(lose(maja, lost.id)).rejects.toEqual(alone)
  const runId = await begin(priya, "disqualify", [open.id], { input: { statusReason: "lost" } })
  await drain()
  expect((await getItems(runId))[0]).toMatchObject({ verdict: "choose", told: expect.stringContaining("wants a second person") })
  const about = [{ leadId: open.id }, { opportunityId: { in: [deal.id, lost.id] } }]
  expect(await db.decision.count({ where: { OR: about, kind: { not: "qualify" } } })).toBe(0)
})

test("what Sales asks because of the prospect is confirmed there, and both end together", async () => {
  await guard("reject")
  const lead = await aLead()
  await as(maja, (ctx) => disqualifyOrAsk(ctx, DisqualifyLead.parse({ leadId: lead.id, statusReason: "canceled" })))
  expect(await waiting()).toMatchObject({ move: "disqualify", leadId: lead.id, prospectId: lead.prospectId })
  await confirm(priya)
  expect(await statusOf(lead.prospectId ?? "")).toBe("rejected")
  expect(await brokenInvariants()).toEqual([])
})

test("Close as Lost is guarded by policies of leads too, asked for with all its words, and confirmed", async () => {
  await publish(priya, "policy", [aRule({ do: "second", moves: ["lose"] }, null, { name: "Two people" })])
  const deal = await anOpportunity(maja)
  await expect(lose(maja, deal.id)).rejects.toEqual(alone)
  await expect(reject(henrik, deal.prospectId ?? "")).rejects.toEqual(alone)
  const input: CloseAsLost = {
    opportunityId: deal.id,
    statusReason: "out_sold",
    actualRevenue: null,
    closeDate: new Date("2026-11-22"),
    competitor: "Biscay Rope Co.",
    description: "Too dear",
    noteToApplicant: "Ask again",
  }
  await as(maja, (ctx) => loseOrAsk(ctx, input))
  expect((await getApproval(priya, { opportunityId: deal.id }))?.details).toEqual(["Out-Sold", "Too dear", "To the applicant: Ask again"])
  await confirm(priya)
  expect(await db.opportunityClose.findFirst({ where: { opportunityId: deal.id } })).toMatchObject({
    competitor: "Biscay Rope Co.",
    closeDate: new Date("2026-11-22"),
  })
  expect(await db.prospect.findUniqueOrThrow({ where: { id: deal.prospectId ?? "" } })).toMatchObject({
    status: "rejected",
    noteToApplicant: "Ask again",
  })
  expect(await brokenInvariants()).toEqual([])
})

test("two who confirm at once: one decision; two who ask at once: one waits", async () => {
  await guard("approve", "reject")
  for (let round = 0; round < 5; round++) {
    const { id } = await withoutLead()
    const asked = await Promise.allSettled([
      askToApprove(henrik, id),
      as(ada, (ctx) => rejectOrAsk(ctx, { prospectId: id, reason: "Not now", noteToApplicant: null })),
    ])
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await db.approval.count({ where: { prospectId: id } })).toBe(1)
    const approval = await waiting()
    const others = [henrik, irja, ada].filter((staff) => staff.id !== approval.askedById)
    const settled = await Promise.allSettled(others.map((staff) => confirm(staff, approval.id)))
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await db.decision.count({ where: { prospectId: id } })).toBe(1)
  }
  expect(await brokenInvariants()).toEqual([])
})

test("an applicant who withdraws against a second person who confirms: one end, and nothing waits", async () => {
  await guard("approve")
  for (let round = 0; round < 5; round++) {
    const { id } = await withoutLead()
    await askToApprove(henrik, id)
    const approval = await waiting()
    const settled = await Promise.allSettled([confirm(irja, approval.id), asApplicant(id, withdrawRequest)])
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const status = await statusOf(id)
    expect(["approved", "withdrawn"]).toContain(status)
    expect((await db.approval.findUniqueOrThrow({ where: { id: approval.id } })).state).toBe(
      status === "approved" ? "confirmed" : "overtaken",
    )
  }
  expect(await brokenInvariants()).toEqual([])
})

test("sent back, it can be asked again; nobody is asked for what is not risky", async () => {
  await guard("approve")
  const { id } = await withoutLead()
  await askToApprove(henrik, id)
  await as(irja, async (ctx) => sendBackApproval(ctx, { approvalId: (await waiting()).id, reason: "Check the tax ID" }))
  expect(await db.notification.count({ where: { personId: henrik.id, text: "Sent back: Check the tax ID" } })).toBe(1)
  await askToApprove(henrik, id)
  const abroad = await aProspect({ country: "FR" })
  expect(await askToApprove(henrik, abroad.id)).toMatchObject({ asked: null, decisionId: expect.any(String) })
})
