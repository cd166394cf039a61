import { beforeEach, describe, expect, test } from "vitest"
import { begin, drain, getItems } from "@/lib/bulk/testing-runs"
import type { Staff } from "@/lib/identity/actor"
import type { LetterName } from "@/lib/mail/letter-titles"
import type { LetterPreview } from "@/lib/mail/preview-letter"
import { renderLetter } from "@/lib/mail/render-letter"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aRule, publish } from "@/lib/sales/rule-sets/testing-rules"
import {
  aLead,
  anOpportunity,
  aProspect,
  approve,
  aStaff,
  asApplicant,
  disqualify,
  lose,
  qualify,
  reject,
  runMap,
  win,
} from "@/prisma/makers"
import { brokenInvariants } from "../invariants"
import { type ProspectMove, prospectRules } from "../prospect-policies/kind"
import { type CloseAsLost, DisqualifyLead } from "../schema"
import { confirmApproval, sendBackApproval } from "./answer-approval"
import { approveOrAsk, disqualifyOrAsk, loseOrAsk, rejectOrAsk, winOrAsk } from "./decide-or-ask"
import { foreseeAsking } from "./foresee-asking"
import { foreseeLetters } from "./foresee-letters"
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
type Lead = Awaited<ReturnType<typeof aLead>>
/** The opportunity that a lead becomes. */
const theDeal = async ({ id }: Lead) => (await qualify(maja, id)).opportunityId ?? ""
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
  expect((await getItems(runId))[0]).toMatchObject({ verdict: "second", told: expect.stringContaining("wants a second person") })
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

describe("the letters of a confirmation, before it is made", () => {
  const withoutLinks = (html = "") => html.replaceAll(/(<a\b[^>]*?) href="[^"]*"/g, "$1")
  const foreseen = async (staff: Staff) => (await foreseeLetters(staff, (await waiting()).id, new Date())).letters
  /** What leaves of a decision, in the order in which it was posted. */
  async function leaving(decisionId: string) {
    const mails = await db.mail.findMany({ where: { decisionId }, orderBy: { toAddress: "asc" } })
    return Promise.all(
      mails.map(async (mail) => {
        const written = await renderLetter({ ...mail, letter: mail.letter as LetterName }, new Date())
        return { address: mail.toAddress, subject: written?.subject, html: withoutLinks(written?.html) }
      }),
    )
  }
  const told = (letters: readonly LetterPreview[]) =>
    [...letters]
      .sort((one, other) => (one.address < other.address ? -1 : 1))
      .map(({ address, subject, html }) => ({ address, subject, html }))

  test.each([
    ["Approve", (id: string) => askToApprove(henrik, id), () => irja],
    [
      "Reject",
      (id: string) => as(henrik, (ctx) => rejectOrAsk(ctx, { prospectId: id, reason: "Too far away.", noteToApplicant: "Ask again." })),
      () => irja,
    ],
  ] as const)("%s shows what leaves, word for word, and decides nothing", async (_, ask, second) => {
    const { id } = await aProspect({ language: "pt" })
    await guard("approve", "reject")
    await ask(id)
    const letters = await foreseen(second())
    expect(letters).toMatchObject([{ name: "Ana Silva", reads: "pt", mode: "automatic" }])
    expect(await db.decision.count({ where: { prospectId: id } })).toBe(0)
    expect(await statusOf(id)).toBe("pending")
    const { decisionId } = await confirm(second())
    expect(told(letters)).toEqual(await leaving(decisionId))
  })

  test.each([
    [
      "Disqualify",
      (lead: Lead) =>
        as(maja, (ctx) =>
          disqualifyOrAsk(ctx, DisqualifyLead.parse({ leadId: lead.id, statusReason: "lost", noteToApplicant: "Try Boston." })),
        ),
    ],
    [
      "Close as Won",
      async (lead: Lead) => {
        const deal = await theDeal(lead)
        return as(maja, (ctx) =>
          winOrAsk(ctx, { opportunityId: deal, actualRevenue: null, closeDate: new Date("2026-11-22"), description: null }),
        )
      },
    ],
    [
      "Close as Lost",
      async (lead: Lead) => {
        const deal = await theDeal(lead)
        const words = { statusReason: "canceled" as const, competitor: null, description: "Inside", noteToApplicant: "Perhaps later." }
        return as(maja, (ctx) => loseOrAsk(ctx, { opportunityId: deal, actualRevenue: null, closeDate: new Date("2026-11-22"), ...words }))
      },
    ],
  ] as const)("%s in Sales does so too", async (_, ask) => {
    const lead = await aLead()
    await guard("approve", "reject")
    await ask(lead)
    const letters = await foreseen(priya)
    expect(letters).toHaveLength(1)
    const { decisionId } = await confirm(priya)
    expect(told(letters)).toEqual(await leaving(decisionId))
    expect(await brokenInvariants()).toEqual([])
  })

  test("each applicant of a shared opportunity is told, and Qualify tells nobody", async () => {
    const [one, other] = [await aLead(), await aLead({ email: "rui@shared-deal.example" })]
    const { opportunityId, accountId } = await qualify(maja, one.id)
    await qualify(maja, other.id, { accountId, opportunity: "attach", opportunityId })
    await guard("approve")
    await as(maja, (ctx) =>
      winOrAsk(ctx, { opportunityId: opportunityId ?? "", actualRevenue: null, closeDate: new Date("2026-11-22"), description: null }),
    )
    const letters = await foreseen(priya)
    expect(letters.map(({ address }) => address).sort()).toEqual([one.email, other.email].sort())
    const { decisionId } = await confirm(priya)
    expect(told(letters)).toEqual(await leaving(decisionId))
  })

  test("are for whoever may confirm; anybody else is told why not", async () => {
    const { id } = await withoutLead()
    await guard("approve")
    await askToApprove(henrik, id)
    await expect(foreseen(henrik)).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("yourself") })
    await expect(foreseen(maja)).rejects.toMatchObject({ code: "forbidden" })
    await expect(foreseeLetters(irja, newId(), new Date())).rejects.toMatchObject({ code: "not_found" })
  })
})
