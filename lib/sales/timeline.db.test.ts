import { expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { sendMessage } from "@/lib/mail/messages/send-message"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { reopenOpportunity } from "@/lib/sync/reopen-opportunity"
import { aLead, aStaff, qualify, win } from "@/prisma/makers"
import { addAppointment } from "./activities/add-appointment"
import { addNote } from "./activities/add-note"
import { addTask } from "./activities/add-task"
import { completeTask } from "./activities/complete-task"
import { logCall } from "./activities/log-call"
import { getStandingDecision } from "./decisions"
import { foreseeClose } from "./opportunities/foresee-close"
import { getOpportunity } from "./opportunities/queries"
import { readAhead, readTimeline } from "./timeline"
import type { TimelineShow } from "./timeline-shows"
import { storySources } from "./timeline-sources"

test("a lead's timeline starts with the request, the dual-write and the receipt, each once", async () => {
  const lead = await aLead()
  const { entries: story } = await readTimeline({ leads: [lead.id] })
  expect(story.map(({ kind }) => kind)).toEqual(["mail", "dual-write", "move"])
  expect(story.at(1)).toMatchObject({ map: "prospects_leads", operation: "create", target: { id: lead.id } })
  expect(story.at(2)).toMatchObject({ move: "request.submit" })
})

test("notes of the lead stay visible on its opportunity, and the account tells all of it", async () => {
  const seller = await aStaff("seller")
  const lead = await aLead()
  await inTransaction(seller, (ctx) => addNote({ ...ctx, actor: seller }, { about: "lead", id: lead.id, text: "They want net 30." }))
  const { opportunityId, accountId } = await qualify(seller, lead.id)
  const ids = { leads: [lead.id], opportunities: [opportunityId ?? ""] }
  const { entries: ofOpportunity } = await readTimeline({ ...ids, parties: [accountId] })
  expect(ofOpportunity).toContainEqual(expect.objectContaining({ kind: "activity", activity: "note", text: "They want net 30." }))
  expect(ofOpportunity).toContainEqual(expect.objectContaining({ kind: "dual-write", map: "accounts_customers" }))
  const { entries: ofAccount } = await readTimeline({ ...ids, accounts: [accountId] })
  expect(ofAccount.filter((entry) => entry.kind === "move").map(({ move }) => move)).toEqual(["lead.qualify", "request.submit"])
})

const hour = (text: string) => new Date(`2026-11-${text}:00Z`)

test("a long story is told page by page, each thing once, in the order of the whole", async () => {
  const seller = await aStaff("seller")
  const lead = await aLead({}, hour("01T08:00"))
  for (let minute = 0; minute < 95; minute++) {
    // Every fifth hour holds several notes, so that a page ends between things of one hour.
    const at = new Date(hour("02T08:00").getTime() + Math.floor(minute / 5) * 60_000)
    await inTransaction(seller, (ctx) => addNote({ ...ctx, actor: seller }, { about: "lead", id: lead.id, text: `${minute}` }), at)
  }
  const pages: string[][] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readTimeline>> = await readTimeline({ leads: [lead.id] }, { after })
    pages.push(page.entries.map(({ kind, id }) => `${kind} ${id}`))
    after = page.next
  } while (after)
  expect(pages.map((page) => page.length)).toEqual([40, 40, 18])
  expect(new Set(pages.flat()).size).toBe(98)
  const texts = await readTimeline({ leads: [lead.id] }, { show: "notes" })
  expect(texts.entries.slice(0, 6).map((entry) => "text" in entry && entry.text)).toEqual(["94", "93", "92", "91", "90", "89"])
  expect(await readTimeline({ leads: [lead.id] }, { after: "not a cursor", show: "dual-write" })).toMatchObject({ next: null })
})

test("each filter shows its own, and all of them everything but what is ahead", async () => {
  const seller = await aStaff("seller")
  const me = { actor: seller }
  const lead = await aLead({}, hour("20T08:00"))
  const about = { about: "lead" as const, id: lead.id, text: "" }
  const now = hour("22T10:00")
  const act = <Done>(work: (ctx: Ctx & { actor: Staff }) => Promise<Done>) => inTransaction(seller, (ctx) => work({ ...ctx, ...me }), now)
  await act((ctx) => addNote(ctx, { ...about, text: "A note" }))
  await act((ctx) => logCall(ctx, { ...about, subject: "A call", direction: "outgoing", at: hour("21T09:00"), minutes: 5 }))
  const task = { ...about, due: "2026-11-24", dueTime: null, remindAt: null, ownerId: seller.id }
  const done = await act((ctx) => addTask(ctx, { ...task, subject: "Done" }))
  await act((ctx) => completeTask(ctx, { activityId: done.id, version: 1 }))
  await act((ctx) => addTask(ctx, { ...task, subject: "Open" }))
  await act((ctx) => addTask(ctx, { ...task, subject: "Some day", due: null }))
  await act((ctx) => addAppointment(ctx, { ...about, subject: "Was", at: hour("21T10:00"), endAt: hour("21T11:00"), place: null }))
  await act((ctx) => addAppointment(ctx, { ...about, subject: "Comes", at: hour("23T10:00"), endAt: hour("23T11:00"), place: "Here" }))
  await act((ctx) => sendMessage(ctx, { about: "lead", id: lead.id, subject: "Hello %firstname%", text: "Words." }))
  const told = async (show: TimelineShow) =>
    (await readTimeline({ leads: [lead.id] }, { show, now })).entries.map(
      (entry) => ("subject" in entry ? entry.subject : null) ?? entry.kind,
    )
  expect(await told("notes")).toEqual(["activity"])
  expect(await told("calls")).toEqual(["A call"])
  expect(await told("tasks")).toEqual(["Done"])
  expect(await told("appointments")).toEqual(["Was"])
  expect(await told("emails")).toEqual(["Hello Ana", `We received your request ${lead.prospectNumber}`])
  expect(await told("changes")).toEqual(["move", "move", "move"])
  expect(await told("dual-write")).toEqual(["dual-write"])
  expect((await told("all")).toSorted()).toEqual(
    ["activity", "A call", "Done", "Was", "Hello Ana", `We received your request ${lead.prospectNumber}`, "move", "dual-write"].toSorted(),
  )
  expect((await readAhead({ leads: [lead.id] }, now)).map(({ subject }) => subject)).toEqual(["Comes", "Open", "Some day"])
  expect((await readAhead({ leads: [lead.id] }, now))[1]).toMatchObject({ dueAt: hour("24T00:00"), ownerName: seller.name, at: now })
})

test("the story of one record is found by its ids alone: no ledger is read whole", async () => {
  const asked = storySources({ leads: ["0193a1b0-0000-7000-8000-00000000000a"], parties: [] }, "all", {
    from: null,
    now: new Date(),
    limit: 41,
  })
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`set local enable_seqscan = off`
    for (const source of asked) {
      const plan = await tx.$queryRaw<{ "QUERY PLAN": string }[]>`explain ${source}`
      const lines = plan.map((row) => row["QUERY PLAN"]).join("\n")
      expect(lines).not.toMatch(/Seq Scan/)
      expect(lines).not.toMatch(/(audit_entry_at|mail_newest|dual_write_pkey)/)
    }
  })
})

test("a close is foreseen as it then happens", async () => {
  const seller = await aStaff("seller")
  const lead = await aLead()
  const { opportunityId } = await qualify(seller, lead.id)
  const id = opportunityId ?? ""
  const opportunity = await getOpportunity(id)
  if (!opportunity) throw new Error("no opportunity")
  const foreseen = await foreseeClose(opportunity)
  expect(foreseen).toMatchObject({ missing: 0, hierarchy: { exists: false } })
  expect(foreseen.provisional).toEqual([opportunity.account.customerNumber, opportunity.contact.customerNumber])
  const { decisionId, hierarchyNumber } = await win(seller, id)
  expect(hierarchyNumber).toBe(foreseen.hierarchy.number)
  expect(await getStandingDecision({ opportunityId: id }, ["win"])).toMatchObject({ id: decisionId, kind: "win" })
  const after = await foreseeClose(opportunity)
  expect(after).toMatchObject({ provisional: [], hierarchy: { number: hierarchyNumber, exists: true } })
  await inTransaction(seller, (ctx) => reopenOpportunity({ ...ctx, actor: seller }, { opportunityId: id, reason: "Too early" }))
  expect(await foreseeClose(opportunity)).toMatchObject({
    provisional: foreseen.provisional,
    hierarchy: { number: hierarchyNumber, exists: true },
  })
  expect(await db.hierarchy.count({ where: { number: foreseen.hierarchy.number } })).toBe(1)
})
