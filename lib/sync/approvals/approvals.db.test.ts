import { beforeEach, describe, expect, test } from "vitest"
import { begin, drain, getItems } from "@/lib/bulk/testing-runs"
import type { Staff } from "@/lib/identity/actor"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import type { GuardedMove } from "@/lib/sales/policies/effect"
import { aRule, publish } from "@/lib/sales/rule-sets/testing-rules"
import { readTimeline } from "@/lib/sales/timeline"
import { aLead, anOpportunity, approve, aStaff, asApplicant, disqualify, qualify, reject, undo, win } from "@/prisma/makers"
import { brokenInvariants } from "../invariants"
import { type ApproveProspect, type CloseAsWon, DisqualifyLead, QualifyLead, type RejectProspect } from "../schema"
import { confirmApproval, sendBackApproval, takeBackApproval } from "./answer-approval"
import { approveOrAsk, disqualifyOrAsk, qualifyOrAsk, rejectOrAsk, winOrAsk } from "./decide-or-ask"
import { getApproval, listApprovals } from "./queries"

let priya: Staff
let maja: Staff
let tomas: Staff
let henrik: Staff
let irja: Staff

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run, platform.approval, platform.notification`
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomas = await aStaff("seller", { name: "Tomás Herrera" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  irja = await aStaff("commerce_manager", { name: "Irja Salo" })
})

const guard = (...moves: GuardedMove[]) => publish(priya, "policy", [aRule({ do: "second", moves }, null, { name: "Two people" })])
type By = Parameters<typeof qualifyOrAsk>[0]
const as = <Result>(staff: Staff, deed: (ctx: By & { actor: Staff }) => Promise<Result>) =>
  inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }))
const ask = {
  qualify: (staff: Staff, leadId: string, given: object = {}) =>
    as(staff, (ctx) => qualifyOrAsk(ctx, QualifyLead.parse({ leadId, ...given }))),
  disqualify: (staff: Staff, leadId: string) =>
    as(staff, (ctx) => disqualifyOrAsk(ctx, DisqualifyLead.parse({ leadId, statusReason: "canceled", comment: "Not for us" }))),
  win: (staff: Staff, opportunityId: string) =>
    as(staff, (ctx) =>
      winOrAsk(ctx, { opportunityId, actualRevenue: 500, closeDate: new Date("2026-11-22"), description: "Signed" } as CloseAsWon),
    ),
  approve: (staff: Staff, prospectId: string) =>
    as(staff, (ctx) => approveOrAsk(ctx, { prospectId, noteToApplicant: null } as ApproveProspect)),
  reject: (staff: Staff, prospectId: string) =>
    as(staff, (ctx) => rejectOrAsk(ctx, { prospectId, reason: "Not now", noteToApplicant: null } as RejectProspect)),
}
const waiting = () => db.approval.findFirstOrThrow({ where: { state: "waiting" } })
const confirm = async (staff: Staff, approvalId?: string) => {
  const id = approvalId ?? (await waiting()).id
  return as(staff, (ctx) => confirmApproval(ctx, { approvalId: id }))
}
const stateOf = async (id: string) => (await db.lead.findUniqueOrThrow({ where: { id } })).state

describe("where a policy wants a second person", () => {
  test("Qualify is asked for, confirmed by another, and says who did which", async () => {
    await guard("qualify")
    const lead = await aLead()
    expect(await ask.qualify(maja, lead.id, { topic: "Their topic" })).toMatchObject({
      decisionId: null,
      asked: expect.stringContaining("Two people"),
    })
    expect(await stateOf(lead.id)).toBe("open")
    expect(await db.account.count({ where: { originatingLeadId: lead.id } })).toBe(0)
    expect(await db.notification.findMany({ where: { personId: priya.id } })).toMatchObject([{ kind: "approval", recordId: lead.id }])
    const { decisionId } = await confirm(priya)
    const decision = await db.decision.findUniqueOrThrow({ where: { id: decisionId } })
    const approval = await db.approval.findFirstOrThrow()
    expect(decision).toMatchObject({ actorName: "Priya Raman", approvalId: approval.id })
    expect(approval).toMatchObject({ state: "confirmed", askedByName: "Maja Lindqvist", answeredByName: "Priya Raman", decisionId })
    const deal = await db.opportunity.findFirst({ where: { originatingLeadId: lead.id } })
    // What nobody owned belongs to whoever asked, not to whoever confirmed.
    expect(deal).toMatchObject({ topic: "Their topic", ownerName: "Maja Lindqvist" })
    const { entries } = await readTimeline({ leads: [lead.id] })
    expect(entries).toContainEqual(
      expect.objectContaining({ move: "lead.qualify", reason: "Asked for by Maja Lindqvist, confirmed by Priya Raman." }),
    )
    expect(entries).toContainEqual(expect.objectContaining({ move: "approval.ask", actorName: "Maja Lindqvist", to: "Qualify" }))
    expect(await db.notification.count({ where: { personId: maja.id, text: "Confirmed: Qualify." } })).toBe(1)
    expect(await brokenInvariants()).toEqual([])
    await undo(priya, decisionId)
    expect(await stateOf(lead.id)).toBe("open")
    expect(await ask.qualify(maja, lead.id)).toMatchObject({ decisionId: null })
  })

  test("Disqualify, Close as Won, Approve and Reject are asked for as they are", async () => {
    await guard("disqualify", "win", "approve")
    const lead = await aLead()
    await ask.disqualify(maja, lead.id)
    await confirm(priya)
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({
      statusReason: "canceled",
      closeComment: "Not for us",
    })
    const deal = await anOpportunity(maja)
    await ask.win(maja, deal.id)
    await confirm(priya)
    expect(await db.opportunityClose.findFirst({ where: { opportunityId: deal.id } })).toMatchObject({
      description: "Signed",
      closeDate: new Date("2026-11-22"),
    })
    const [one, two] = [await aLead(), await aLead()]
    await ask.approve(henrik, one.prospectId ?? "")
    await confirm(irja)
    expect(await db.prospect.findUniqueOrThrow({ where: { id: one.prospectId ?? "" } })).toMatchObject({ status: "approved" })
    await ask.reject(henrik, two.prospectId ?? "")
    await confirm(irja)
    expect(await stateOf(two.id)).toBe("disqualified")
    expect(await brokenInvariants()).toEqual([])
  })

  test("nobody decides alone, by whatever door", async () => {
    await guard("qualify", "disqualify", "win", "approve")
    const alone = expect.objectContaining({ code: "conflict", message: expect.stringContaining("wants a second person") })
    const lead = await aLead()
    await expect(qualify(priya, lead.id)).rejects.toEqual(alone)
    await expect(disqualify(priya, lead.id)).rejects.toEqual(alone)
    await expect(approve(henrik, lead.prospectId ?? "")).rejects.toEqual(alone)
    await expect(reject(henrik, lead.prospectId ?? "")).rejects.toEqual(alone)
    for (const kind of ["qualify", "disqualify"]) {
      const runId = await begin(priya, kind, [lead.id], { input: { statusReason: "lost" } })
      await drain()
      expect((await getItems(runId))[0]).toMatchObject({ verdict: "second", told: expect.stringContaining("wants a second person") })
    }
    expect(await stateOf(lead.id)).toBe("open")
    expect(await db.decision.count({ where: { leadId: lead.id } })).toBe(0)
  })

  test("Commerce's door is guarded as what it amounts to: approving an open lead qualifies and wins it", async () => {
    const lead = await aLead()
    for (const move of ["qualify", "win", "approve"] as const) {
      await guard(move)
      await expect(approve(henrik, lead.prospectId ?? "")).rejects.toMatchObject({ code: "conflict" })
      await db.$executeRaw`truncate sales.rule_set, sales.rule_version`
    }
    await guard("disqualify")
    await approve(henrik, lead.prospectId ?? "")
    const deal = await anOpportunity(maja)
    await reject(henrik, deal.prospectId ?? "")
    expect(await brokenInvariants()).toEqual([])
  })

  test("whoever asked does not confirm, and does not send it back", async () => {
    await guard("qualify", "approve")
    const lead = await aLead()
    await ask.qualify(priya, lead.id)
    const { id } = await waiting()
    const own = { code: "forbidden", message: expect.stringContaining("You asked for this yourself") }
    await expect(confirm(priya, id)).rejects.toMatchObject(own)
    await expect(as(priya, (ctx) => sendBackApproval(ctx, { approvalId: id, reason: "No" }))).rejects.toMatchObject(own)
    await expect(
      db.approval.update({ where: { id }, data: { state: "confirmed", answeredAt: new Date(), answeredById: priya.id } }),
    ).rejects.toThrow()
    expect((await getApproval(priya, { leadId: lead.id }))?.refusals.answer).toContain("You asked for this yourself")
    expect(await stateOf(lead.id)).toBe("open")
  })

  test("whoever could not make the decision cannot confirm it", async () => {
    await guard("qualify")
    const lead = await aLead()
    await db.lead.update({ where: { id: lead.id }, data: { ownerId: maja.id, ownerName: maja.name } })
    await ask.qualify(maja, lead.id)
    await expect(confirm(tomas)).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("Maja Lindqvist owns this") })
    await expect(confirm(henrik)).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("cannot qualify leads") })
    expect((await getApproval(tomas, { leadId: lead.id }))?.refusals.answer).toContain("owns this")
  })

  test("it is sent back with a reason, or taken back; then it can be asked again", async () => {
    await guard("qualify")
    const lead = await aLead()
    await ask.qualify(maja, lead.id)
    const first = await waiting()
    await as(priya, (ctx) => sendBackApproval(ctx, { approvalId: first.id, reason: "Call them first" }))
    expect(await db.notification.count({ where: { personId: maja.id, text: "Sent back: Call them first" } })).toBe(1)
    await ask.qualify(maja, lead.id)
    const second = await waiting()
    await expect(as(tomas, (ctx) => takeBackApproval(ctx, { approvalId: second.id }))).rejects.toMatchObject({ code: "forbidden" })
    await as(maja, (ctx) => takeBackApproval(ctx, { approvalId: second.id }))
    expect((await listApprovals(priya)).answered.map(({ word, stateWord, reason }) => [word, stateWord, reason])).toEqual([
      ["Qualify", "Taken back", null],
      ["Qualify", "Sent back", "Call them first"],
    ])
    await expect(confirm(priya, second.id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Taken back") })
  })

  test("two who confirm at once: one decision, and the other reads who was faster", async () => {
    await guard("qualify")
    for (let round = 0; round < 6; round++) {
      const lead = await aLead()
      await ask.qualify(maja, lead.id)
      const { id } = await waiting()
      const settled = await Promise.allSettled([confirm(priya, id), confirm(tomas, id)])
      const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as AppError] : []))
      expect(refused).toHaveLength(1)
      expect(refused[0]).toBeInstanceOf(AppError)
      expect(refused[0]?.message).toMatch(/^(Priya Raman|Tomás Herrera) was faster: Confirmed\.$/)
      expect(await db.decision.count({ where: { leadId: lead.id } })).toBe(1)
    }
    expect(await brokenInvariants()).toEqual([])
  })

  test("two who ask at once: one waits, the other reads of it", async () => {
    await guard("qualify")
    for (let round = 0; round < 6; round++) {
      const lead = await aLead()
      const settled = await Promise.allSettled([ask.qualify(maja, lead.id), ask.qualify(tomas, lead.id)])
      expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      const [refused] = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.message] : []))
      expect(refused).toMatch(/asked to qualify this lead/)
      expect(await db.approval.count({ where: { leadId: lead.id } })).toBe(1)
    }
  })

  test("nobody is asked for what would be refused", async () => {
    await guard("qualify")
    const lead = await aLead()
    await db.lead.update({ where: { id: lead.id }, data: { email: null } })
    await expect(ask.qualify(maja, lead.id)).rejects.toMatchObject({ message: expect.stringContaining("no email address") })
    expect(await db.approval.count()).toBe(0)
    expect(await db.auditEntry.count({ where: { move: "lead.qualify", recordId: lead.id } })).toBe(0)
  })

  test("what is decided in another way meanwhile waits no longer", async () => {
    await guard("qualify")
    const lead = await aLead()
    await ask.qualify(maja, lead.id)
    const { id } = await waiting()
    await asApplicant(lead.prospectId ?? "", withdrawRequest)
    expect(await db.approval.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "overtaken" })
    await expect(confirm(priya, id)).rejects.toMatchObject({ code: "conflict", message: "This is Overtaken." })
  })

  test("only for the leads for which the conditions hold", async () => {
    await publish(priya, "policy", [aRule({ do: "second", moves: ["qualify"] }, ["country", "is", "FR"])])
    const [french, other] = [await aLead({ country: "FR" }), await aLead()]
    expect(await ask.qualify(maja, other.id)).toMatchObject({ asked: null, decisionId: expect.any(String) })
    expect(await ask.qualify(maja, french.id)).toMatchObject({ decisionId: null })
  })

  test("a deal is guarded by every lead that it qualifies", async () => {
    await publish(priya, "policy", [aRule({ do: "second", moves: ["win"] }, ["country", "is", "FR"])])
    const deal = await anOpportunity(maja)
    const joined = await aLead({ country: "FR" })
    await qualify(maja, joined.id, { opportunity: "attach", opportunityId: deal.id, accountId: deal.accountId } as never)
    await expect(win(priya, deal.id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("wants a second person") })
  })
})
