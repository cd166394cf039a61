import { beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { submitRequest, theApplicant } from "@/lib/onboarding/submit-request"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { aLead, anOpportunity, approve, aRequest, aStaff, disqualify, lose, qualify, reject, undo, win } from "@/prisma/makers"
import { brokenInvariants } from "./invariants"

let maja: Staff
let priya: Staff
let henrik: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
})

/** Runs deeds at the same time, each on a connection of its own: how many went through, and what the others were told. */
async function atOnce(deeds: (() => Promise<unknown>)[]) {
  const settled = await Promise.allSettled(deeds.map((deed) => deed()))
  const refused = settled.flatMap((result) => (result.status === "rejected" ? [result.reason] : []))
  for (const reason of refused) expect(reason).toBeInstanceOf(AppError)
  return { done: settled.length - refused.length, told: refused.map((reason: AppError) => reason.message) }
}

test("qualify against disqualify: one wins, the other reads who, what and when", async () => {
  for (let round = 0; round < 15; round++) {
    const lead = await aLead()
    const { done, told } = await atOnce([() => qualify(maja, lead.id), () => disqualify(priya, lead.id)])
    expect(done).toBe(1)
    expect(told[0]).toMatch(/^(Maja Lindqvist qualified|Priya Raman disqualified) the lead on \d+ \w+, \d\d:\d\d UTC\./)
  }
  expect(await brokenInvariants()).toEqual([])
})

test("the same qualification twenty times at once makes one set of records", async () => {
  const lead = await aLead()
  const { done } = await atOnce(Array.from({ length: 20 }, () => () => qualify(maja, lead.id)))
  expect(done).toBe(1)
  expect(await db.opportunity.count({ where: { originatingLeadId: lead.id } })).toBe(1)
  expect(await db.account.count({ where: { originatingLeadId: lead.id } })).toBe(1)
})

test("a double win makes one hierarchy, one close record and one letter", async () => {
  for (let round = 0; round < 10; round++) {
    const { id, prospectId } = await anOpportunity(maja)
    const { done } = await atOnce([() => win(maja, id), () => win(priya, id), () => approve(henrik, prospectId ?? "")])
    expect(done).toBe(1)
    expect(await db.opportunityClose.count({ where: { opportunityId: id } })).toBe(1)
    expect(await db.mail.count({ where: { recordIds: { has: prospectId ?? "" }, letter: "prospect-approved" } })).toBe(1)
  }
  expect(await brokenInvariants()).toEqual([])
})

test("win against lose against reject in Commerce: one end state", async () => {
  for (let round = 0; round < 10; round++) {
    const { id, prospectId } = await anOpportunity(maja)
    const { done } = await atOnce([() => win(maja, id), () => lose(priya, id), () => reject(henrik, prospectId ?? "")])
    expect(done).toBe(1)
  }
  expect(await brokenInvariants()).toEqual([])
})

test("the same submission key fifty times at once is one request with one number", async () => {
  const request = aRequest()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => inTransaction(theApplicant(request), (ctx) => submitRequest(ctx, request))),
  )
  expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(await db.prospect.count({ where: { submissionKey: request.submissionKey } })).toBe(1)
  expect(await db.lead.count({ where: { email: request.email } })).toBe(1)
})

test("the same key with other answers is refused, and the first request stays", async () => {
  const request = aRequest()
  await inTransaction(theApplicant(request), (ctx) => submitRequest(ctx, request))
  const other = { ...request, companyName: "Somebody else" }
  await expect(inTransaction(theApplicant(other), (ctx) => submitRequest(ctx, other))).rejects.toMatchObject({ code: "conflict" })
  expect(await db.prospect.count({ where: { submissionKey: request.submissionKey } })).toBe(1)
})

test("numbers given out at the same time are all different", async () => {
  const requests = Array.from({ length: 40 }, () => aRequest())
  const answers = await Promise.all(requests.map((request) => inTransaction(theApplicant(request), (ctx) => submitRequest(ctx, request))))
  expect(new Set(answers.map(({ number }) => number)).size).toBe(40)
})

test("undo twice at once takes back once", async () => {
  const lead = await aLead()
  const { decisionId } = await qualify(maja, lead.id)
  const { done, told } = await atOnce([() => undo(maja, decisionId), () => undo(priya, decisionId)])
  expect(done).toBe(1)
  expect(told[0]).toContain("has undone this already")
  expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ state: "open" })
})

test("two leads of one person qualified at the same time share nothing twice: the second is told to use the existing contact", async () => {
  const email = "twice@one-person.example"
  const [first, second] = [await aLead({ email }), await aLead({ email })]
  const { done, told } = await atOnce([() => qualify(maja, first.id), () => qualify(priya, second.id)])
  expect(done).toBe(1)
  expect(told[0]).toContain("Use the existing contact")
  expect(await brokenInvariants()).toEqual([])
})
