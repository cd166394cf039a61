import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { isHeldByRun } from "@/lib/platform/held"
import { brokenInvariants } from "@/lib/sync/invariants"
import { bothStores } from "@/lib/sync/testing-stores"
import { anOpportunity, aProspect, approve, aStaff, disqualify, qualify, reject, runMap, win } from "@/prisma/makers"
import { runNextPiece } from "./run-next"
import { begin as beginAny, choose, drain, getItems, getRun, start, takeBack } from "./testing-runs"

let maja: Staff
let henrik: Staff
let ida: Staff
let noor: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  ida = await aStaff("commerce_manager", { name: "Ida Bruun" })
  noor = await aStaff("administrator", { name: "Noor Haddad" })
})

const no = { reason: "We cannot offer a partnership at this time.", noteToApplicant: "Come back next year." }
const begin = (
  kind: "approve" | "reject" | "assign",
  ids: readonly string[],
  by = henrik,
  input: Record<string, string> = kind === "reject" ? no : {},
) => beginAny(by, kind, ids, { list: "prospects", input })
async function run(kind: "approve" | "reject", ids: readonly string[], by = henrik) {
  const id = await begin(kind, ids, by)
  await drain()
  await start(by, id)
  await drain()
  return id
}
const prospectsOf = async (count: number, given: Parameters<typeof aProspect>[0] = {}) => {
  const prospects = []
  for (let made = 0; made < count; made++) prospects.push(await aProspect(given))
  return prospects
}
/** Prospects that dual-write made no lead of. */
async function withoutLeads(count: number, given: Parameters<typeof aProspect>[0] = {}) {
  await runMap(noor, "prospects_leads", "stop")
  const prospects = await prospectsOf(count, given)
  await runMap(noor, "prospects_leads", "start")
  return prospects
}
const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id)
const firstFound = (item: { found: unknown } | undefined) => String(((item?.found ?? []) as { id: string }[])[0]?.id)
const statusOf = async (id: string) => (await db.prospect.findUniqueOrThrow({ where: { id } })).status
const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000)

/** What a decision left behind, without what differs from one prospect to the next. */
async function traces(prospectId: string) {
  const prospect = await db.prospect.findUniqueOrThrow({ where: { id: prospectId } })
  const lead = await db.lead.findUnique({ where: { prospectId } })
  const decision = await db.decision.findFirstOrThrow({ where: { prospectId } })
  const mails = await db.mail.findMany({ where: { decisionId: decision.id } })
  const audits = await db.auditEntry.findMany({ where: { decisionId: decision.id } })
  const text = JSON.stringify({
    prospect: [prospect.status, prospect.version, prospect.decisionReason, prospect.noteToApplicant, prospect.salesStage],
    lead: lead && [lead.state, lead.statusReason, lead.version, lead.closeComment],
    decision: [decision.kind, decision.actorName, decision.touched, decision.receipt],
    mails: mails.map(({ letter, subject, state, language, recordIds }) => [letter, subject, state, language, recordIds.length]),
    audits: audits.map(({ move, from, to, reason, recordIds }) => [move, from, to, reason, recordIds.length]),
  })
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "id")
    .replace(/(PRO|CUS|HIE)-\d+/g, "$1")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "time")
    .replace(/[0-9a-f]{8}(?=[,@.])/g, "slug")
}

describe("approving many prospects", () => {
  test("leaves behind for each what the single move does, with a lead and without", async () => {
    for (const made of [await prospectsOf(3), await withoutLeads(3)]) {
      const [single, ...many] = made
      await approve(henrik, single?.id ?? "")
      const id = await run("approve", idsOf(many))
      expect(await getRun(id)).toMatchObject({ state: "done", done: 2, skipped: 0, failed: 0 })
      const expected = await traces(single?.id ?? "")
      for (const { id: prospectId } of many) expect(await traces(prospectId)).toBe(expected)
    }
    expect(await brokenInvariants()).toEqual([])
  })

  test("wins the opportunity of a qualified lead, and holds every invitation until the window of the run", async () => {
    const deals = [await anOpportunity(maja), await anOpportunity(maja)]
    const ids = deals.flatMap(({ prospectId }) => prospectId ?? [])
    const id = await run("approve", ids)
    const { undoableUntil, done } = await getRun(id)
    expect(done).toBe(2)
    expect(await db.opportunity.count({ where: { id: { in: idsOf(deals) }, state: "won" } })).toBe(2)
    const mails = await db.mail.findMany({ where: { letter: "prospect-approved", recordIds: { hasSome: ids } } })
    expect(mails.map(({ sendAfter }) => sendAfter)).toEqual([undoableUntil, undoableUntil])
    expect(await brokenInvariants()).toEqual([])
  })

  test("tells beforehand what is ready, what needs a choice, and what is blocked and why", async () => {
    const [ready, decided, lost] = await prospectsOf(3)
    await reject(henrik, decided?.id ?? "")
    await runMap(noor, "opportunities_prospects", "stop")
    await disqualify(maja, lost?.leadId ?? "")
    await runMap(noor, "opportunities_prospects", "start")
    const [partner] = await withoutLeads(1, { companyName: "Biscay Rope Co." })
    await approve(henrik, partner?.id ?? "")
    const [stranger] = await withoutLeads(1, { companyName: "Biscay Rope Co." })
    const id = await begin("approve", idsOf([ready, decided, lost, stranger].flatMap((one) => one ?? [])))
    const items = await getItems(id)
    expect(items.map(({ verdict, told }) => [verdict, told])).toEqual([
      ["ready", expect.stringMatching(/^Account .* is created; contact Ana Silva is created; Ana Silva becomes Admin, mail to /)],
      ["blocked", "This prospect is Rejected. Only a Pending prospect is decided."],
      ["blocked", "The lead in Sales is Disqualified. Reactivate it first."],
      ["choose", expect.stringMatching(/^May be Biscay Rope Co\. \(CUS-\d+\) \(same name, a partner with HIE-\d+\)/)],
    ])
    await choose(henrik, id, 4, firstFound(items[3]))
    await start(henrik, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ done: 2, skipped: 2 })
    const [first, second] = [partner, stranger].map((one) => db.prospect.findUniqueOrThrow({ where: { id: one?.id ?? "" } }))
    expect((await second)?.hierarchyId).toBe((await first)?.hierarchyId)
    await reject(henrik, lost?.id ?? "")
    expect(await brokenInvariants()).toEqual([])
  })

  test("two requests of one company in one run become one partner with two Admins", async () => {
    const taxId = "PT509442013"
    const asked = [
      await aProspect({ companyName: "Gemeas, Lda.", taxId }),
      await aProspect({ companyName: "Gémeas Lda", taxId, email: "rui@gemeas.example" }),
    ]
    const apart = await withoutLeads(1, { companyName: "Sós, Lda.", taxId: "PT501964843" })
    const id = await run(
      "approve",
      idsOf([...asked, ...apart, ...(await withoutLeads(1, { companyName: "Sós, Lda.", taxId: "PT501964843" }))]),
    )
    expect(await getRun(id)).toMatchObject({ done: 4 })
    const hierarchies = await db.prospect.findMany({ where: { id: { in: (await getItems(id)).map(({ recordId }) => recordId) } } })
    expect(new Set(hierarchies.map(({ hierarchyId }) => hierarchyId)).size).toBe(2)
    for (const { hierarchyId } of hierarchies)
      expect(await db.hierarchyMember.count({ where: { hierarchyId: hierarchyId ?? "", role: "admin" } })).toBe(2)
    expect(await brokenInvariants()).toEqual([])
  })

  test("is taken back as a whole: customers, hierarchies, seats, leads and letters as they were", async () => {
    const deal = await anOpportunity(maja)
    const ids = [...idsOf(await prospectsOf(2)), ...idsOf(await withoutLeads(2)), deal.prospectId ?? ""]
    const before = await bothStores()
    const id = await run("approve", ids)
    expect(await getRun(id)).toMatchObject({ done: 5 })
    await takeBack(ida, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 5, kept: 0 })
    const { people: _now, ...after } = await bothStores()
    const { people: _then, ...stood } = before
    expect(after).toEqual(stood)
    const letters = await db.mail.findMany({ where: { letter: "prospect-approved", recordIds: { hasSome: ids } } })
    expect(letters).toHaveLength(5)
    expect(letters.every(({ state }) => state === "canceled")).toBe(true)
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("rejecting many prospects", () => {
  test("leaves behind for each what the single move does, with a lead and without", async () => {
    for (const made of [await prospectsOf(3), await withoutLeads(3)]) {
      const [single, ...many] = made
      await reject(henrik, single?.id ?? "")
      const id = await beginAny(henrik, "reject", idsOf(many), { list: "prospects", input: { reason: no.reason, noteToApplicant: "" } })
      await start(henrik, id)
      await drain()
      expect(await getRun(id)).toMatchObject({ state: "done", done: 2 })
      const expected = await traces(single?.id ?? "")
      for (const { id: prospectId } of many) expect(await traces(prospectId)).toBe(expected)
    }
    expect(await brokenInvariants()).toEqual([])
  })

  test("loses the opportunity, and leaves one that is Won", async () => {
    const [open, won] = [await anOpportunity(maja), await anOpportunity(maja)]
    await runMap(noor, "opportunities_prospects", "stop")
    await win(maja, won.id)
    await runMap(noor, "opportunities_prospects", "start")
    const id = await run("reject", [open.prospectId ?? "", won.prospectId ?? ""])
    expect((await getItems(id)).map(({ verdict, result }) => [verdict, result])).toEqual([
      ["ready", "done"],
      ["blocked", "skipped"],
    ])
    expect(await db.opportunity.findUniqueOrThrow({ where: { id: open.id } })).toMatchObject({ state: "lost" })
    expect(await statusOf(won.prospectId ?? "")).toBe("pending")
    await approve(henrik, won.prospectId ?? "")
  })

  test("wants a reason before anything is looked at", async () => {
    const [one] = await prospectsOf(1)
    await expect(begin("reject", [one?.id ?? ""], henrik, { reason: " " })).rejects.toMatchObject({
      fields: { reason: "Give a reason; the applicant reads it" },
    })
  })

  test("is taken back as a whole, and no letter leaves", async () => {
    const deal = await anOpportunity(maja)
    const ids = [...idsOf(await prospectsOf(2)), ...idsOf(await withoutLeads(1)), deal.prospectId ?? ""]
    const before = await bothStores()
    const id = await run("reject", ids)
    await takeBack(henrik, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 4, kept: 0 })
    expect(await bothStores()).toEqual(before)
    await expect(takeBack(henrik, id, minutesLater(2))).rejects.toMatchObject({ code: "conflict" })
    expect(await brokenInvariants()).toEqual([])
  })
})

test("whether the maps run or not, both sides end as the contract says", async () => {
  for (const map of ["opportunities_prospects", "accounts_customers", "contacts_customers"] as const) await runMap(noor, map, "stop")
  const [yes, noThanks] = await prospectsOf(2)
  await run("approve", [yes?.id ?? ""])
  await run("reject", [noThanks?.id ?? ""])
  for (const map of ["opportunities_prospects", "accounts_customers", "contacts_customers"] as const) await runMap(noor, map, "start")
  expect(await db.lead.findUniqueOrThrow({ where: { prospectId: yes?.id ?? "" } })).toMatchObject({ state: "qualified" })
  expect(await db.opportunity.findFirstOrThrow({ where: { prospectId: yes?.id ?? "" } })).toMatchObject({ state: "won" })
  expect(await statusOf(yes?.id ?? "")).toBe("approved")
  expect(await db.lead.findUniqueOrThrow({ where: { prospectId: noThanks?.id ?? "" } })).toMatchObject({ state: "disqualified" })
  expect(await statusOf(noThanks?.id ?? "")).toBe("rejected")
})

test("a run of requests that one opportunity decides approves both once", async () => {
  const [first, second] = await prospectsOf(2)
  const deal = await anOpportunity(maja)
  const lead = await db.lead.findUniqueOrThrow({ where: { prospectId: second?.id ?? "" } })
  await qualify(maja, lead.id, { accountId: deal.accountId, opportunity: "attach", opportunityId: deal.id })
  const id = await run("approve", [deal.prospectId ?? "", second?.id ?? "", first?.id ?? ""])
  expect((await getItems(id)).map(({ result, why }) => [result, why])).toEqual([
    ["done", null],
    ["skipped", expect.stringContaining("one opportunity decides both")],
    ["done", null],
  ])
  expect(await statusOf(second?.id ?? "")).toBe("approved")
  await takeBack(henrik, id)
  await drain()
  expect(await statusOf(second?.id ?? "")).toBe("pending")
  expect(await brokenInvariants()).toEqual([])
})

test("assigning many gives each an owner, tells them once, and is taken back", async () => {
  const ids = idsOf(await prospectsOf(3))
  const id = await begin("assign", ids, henrik, { ownerId: ida.id })
  await start(henrik, id)
  await drain()
  expect(await db.prospect.count({ where: { id: { in: ids }, ownerId: ida.id, ownerName: "Ida Bruun" } })).toBe(3)
  const [told] = await db.notification.findMany({ where: { personId: ida.id, kind: "run" } })
  expect(told?.text).toBe("3 prospects were given to you.")
  await takeBack(henrik, id)
  await drain()
  expect(await db.prospect.count({ where: { id: { in: ids }, ownerId: null } })).toBe(3)
})

describe("at the same time", () => {
  test("two runs over the same prospects: each is decided once, by one of them", async () => {
    const ids = idsOf(await prospectsOf(12))
    const [yes, noThanks] = [await begin("approve", ids), await begin("reject", ids, ida)]
    await drain()
    await start(henrik, yes)
    await start(ida, noThanks)
    await db.bulkRun.updateMany({ where: { id: { in: [yes, noThanks] } }, data: { atOnce: 3 } })
    await Promise.all([drain(), drain()])
    const [one, other] = [await getRun(yes), await getRun(noThanks)]
    expect(one.done + other.done).toBe(12)
    expect(one.failed + other.failed).toBe(0)
    const decisions = await db.decision.findMany({ where: { prospectId: { in: ids } }, select: { prospectId: true } })
    expect(new Set(decisions.map(({ prospectId }) => prospectId)).size).toBe(12)
    expect(decisions).toHaveLength(12)
    expect(
      await db.mail.count({ where: { letter: { in: ["prospect-approved", "prospect-rejected"] }, recordIds: { hasSome: ids } } }),
    ).toBe(12)
    for (const { why, result } of [...(await getItems(yes)), ...(await getItems(noThanks))])
      if (result === "skipped")
        expect(why).toMatch(/^Changed meanwhile\. (Henrik Aalto approved|Ida Bruun rejected) the prospect in Commerce\.$/)
    expect(await brokenInvariants()).toEqual([])
  })

  test("a single Approve against a bulk Reject: one end state, and the other reads who was first", async () => {
    for (let round = 0; round < 6; round++) {
      const [one] = await prospectsOf(1)
      const id = await begin("reject", [one?.id ?? ""], ida)
      await start(ida, id)
      const [single] = await Promise.allSettled([approve(henrik, one?.id ?? ""), drain()])
      await drain()
      const [item] = await getItems(id)
      const status = await statusOf(one?.id ?? "")
      expect(status).toBe(single?.status === "fulfilled" ? "approved" : "rejected")
      if (status === "approved") expect(item).toMatchObject({ result: "skipped", why: expect.stringContaining("Henrik Aalto approved") })
      else expect(item).toMatchObject({ result: "done" })
      expect(await db.decision.count({ where: { prospectId: one?.id ?? "" } })).toBe(1)
    }
    expect(await brokenInvariants()).toEqual([])
  })
})

test("letters of a run that goes on are held whatever their batch", async () => {
  const ids = idsOf(await prospectsOf(4))
  const id = await begin("reject", ids)
  await start(henrik, id)
  await db.bulkRun.update({ where: { id }, data: { atOnce: 2 } })
  await runNextPiece()
  const held = await db.mail.findMany({ where: { letter: "prospect-rejected", recordIds: { hasSome: ids } } })
  expect(held.map(({ sendAfter }) => isHeldByRun(sendAfter))).toEqual([true, true])
  await drain()
})
