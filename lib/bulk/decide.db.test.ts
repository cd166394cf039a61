import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { isHeldByRun } from "@/lib/platform/held"
import { newId } from "@/lib/platform/ids"
import { addNote } from "@/lib/sales/activities/add-note"
import { brokenInvariants } from "@/lib/sync/invariants"
import { bothStores } from "@/lib/sync/testing-stores"
import { aLead, aStaff, disqualify, qualify } from "@/prisma/makers"
import { runNextPiece } from "./run-next"
import { begin, choose, chooseForAll, drain, getItems, getRun, run, start, stop, takeBack } from "./testing-runs"

let maja: Staff
let priya: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})

const leadsOf = async (count: number) => {
  const leads = []
  for (let made = 0; made < count; made++) leads.push(await aLead())
  return leads
}
const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id)
const lost = { input: { statusReason: "lost", comment: "Too small", noteToApplicant: "Come back next year." } }
const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000)

/** What a decision left behind, without what differs from one lead to the next. */
async function traces(leadId: string) {
  const lead = await db.lead.findUniqueOrThrow({ where: { id: leadId } })
  const decision = await db.decision.findFirstOrThrow({ where: { leadId } })
  const mails = await db.mail.findMany({ where: { decisionId: decision.id } })
  const writes = await db.dualWrite.findMany({ where: { decisionId: decision.id }, orderBy: { seq: "asc" } })
  const audits = await db.auditEntry.findMany({ where: { decisionId: decision.id } })
  const changes = await db.fieldChange.findMany({ where: { recordId: leadId } })
  const text = JSON.stringify({
    lead: [lead.state, lead.statusReason, lead.version, lead.closeComment, lead.ownerName],
    decision: [decision.kind, decision.actorName, decision.touched, decision.receipt],
    mails: mails.map(({ letter, subject, state, language, recordIds }) => [letter, subject, state, language, recordIds.length]),
    writes: writes.map(({ map, operation, sourceKind, targetKind }) => [map, operation, sourceKind, targetKind]),
    audits: audits.map(({ move, from, to, reason, recordIds }) => [move, from, to, reason, recordIds.length]),
    changes: changes.map(({ field, from, to }) => [field, from, to]),
  })
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "id")
    .replace(/(PRO|CUS)-\d+/g, "$1")
    .replace(/[0-9a-f]{8}(?=[,@.])/g, "slug")
}

describe("disqualifying many leads", () => {
  test("leaves behind for each what the single move does", async () => {
    const [single, ...many] = await leadsOf(4)
    await disqualify(maja, single?.id ?? "", { comment: "Too small", noteToApplicant: "Come back next year." })
    const id = await run(maja, "disqualify", idsOf(many), lost)
    expect(await getRun(id)).toMatchObject({ state: "done", done: 3, title: "Disqualify as Lost" })
    const expected = await traces(single?.id ?? "")
    for (const lead of many) expect(await traces(lead.id)).toBe(expected)
    expect(await brokenInvariants()).toEqual([])
  })

  test("tells beforehand what happens to each, and what is blocked", async () => {
    const [open, decided] = await leadsOf(2)
    await disqualify(maja, decided?.id ?? "")
    const id = await begin(maja, "disqualify", [open?.id ?? "", decided?.id ?? ""], lost)
    const [first, second] = await getItems(id)
    expect(first).toMatchObject({
      verdict: "ready",
      told: `New → Lost; prospect ${open?.prospectNumber} is rejected, mail to ${open?.email}`,
    })
    expect(second).toMatchObject({ verdict: "blocked", told: expect.stringContaining("This lead is Disqualified") })
  })

  test("holds every mail until the run's window is over, whichever batch it was in, and lets them go then", async () => {
    const leads = await leadsOf(4)
    const id = await begin(maja, "disqualify", idsOf(leads), lost)
    await start(maja, id)
    await db.bulkRun.update({ where: { id }, data: { atOnce: 2 } })
    await runNextPiece()
    const mailsOf = async () =>
      db.mail.findMany({ where: { decisionId: { in: (await getItems(id)).flatMap(({ decisionId }) => decisionId ?? []) } } })
    expect((await mailsOf()).map(({ sendAfter }) => isHeldByRun(sendAfter))).toEqual([true, true])
    await drain()
    const { undoableUntil, finishedAt } = await getRun(id)
    expect(undoableUntil && finishedAt && undoableUntil.getTime() - finishedAt.getTime()).toBe(60_000)
    expect((await mailsOf()).map(({ sendAfter }) => sendAfter)).toEqual(Array.from({ length: 4 }, () => undoableUntil))
    expect(await db.decision.count({ where: { leadId: { in: idsOf(leads) }, undoableUntil: undoableUntil ?? new Date(0) } })).toBe(4)
  })

  test("is taken back as a whole: both stores as they were before, every letter canceled, both told in the history", async () => {
    const leads = await leadsOf(3)
    const before = await bothStores()
    const id = await run(maja, "disqualify", idsOf(leads), lost)
    await takeBack(priya, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 3, kept: 0 })
    expect(await bothStores()).toEqual(before)
    const moves = await db.auditEntry.findMany({ where: { recordId: leads[0]?.id ?? "" }, orderBy: { at: "asc" } })
    expect(moves.map(({ move, actorName }) => [move, actorName])).toEqual([
      ["lead.disqualify", "Maja Lindqvist"],
      ["decision.undo", "Priya Raman"],
    ])
    expect(await brokenInvariants()).toEqual([])
  })

  test("what somebody changed since is kept with its reason, and its letter leaves after all", async () => {
    const leads = await leadsOf(2)
    const id = await run(maja, "disqualify", idsOf(leads), lost)
    const kept = leads[0]
    await db.lead.update({ where: { id: kept?.id ?? "" }, data: { closeComment: "No", version: { increment: 1 } } })
    await takeBack(maja, id)
    expect(
      (await db.mail.findMany({ where: { recordIds: { has: kept?.id ?? "" }, letter: "prospect-rejected" } })).map(({ sendAfter }) =>
        isHeldByRun(sendAfter),
      ),
    ).toEqual([true])
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 1, kept: 1 })
    expect((await getItems(id))[0]).toMatchObject({ result: "kept", why: expect.stringContaining("was changed since") })
    const [letter] = await db.mail.findMany({ where: { recordIds: { has: kept?.id ?? "" }, letter: "prospect-rejected" } })
    expect(letter).toMatchObject({ state: "waiting", sendAfter: (await getRun(id)).undoableUntil })
    expect(await brokenInvariants()).toEqual([])
  })

  test("cannot be taken back once its window is over", async () => {
    const id = await run(maja, "disqualify", idsOf(await leadsOf(1)), lost)
    await expect(takeBack(maja, id, minutesLater(1.1))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("The time to undo is over"),
    })
  })

  test("one decided by hand while the run goes on is skipped, and says who was first", async () => {
    const leads = await leadsOf(3)
    const id = await begin(maja, "disqualify", idsOf(leads), lost)
    await start(maja, id)
    await db.bulkRun.update({ where: { id }, data: { atOnce: 1 } })
    await runNextPiece()
    await qualify(priya, leads[2]?.id ?? "")
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 2, skipped: 1 })
    expect((await getItems(id))[2]).toMatchObject({ why: "Changed meanwhile. Priya Raman qualified the lead." })
    expect(await brokenInvariants()).toEqual([])
  })

  test("and a single move at the same moment: one of the two wins each lead, and no lead is decided twice", async () => {
    const leads = await leadsOf(12)
    const id = await begin(maja, "disqualify", idsOf(leads), lost)
    await start(maja, id)
    await db.bulkRun.update({ where: { id }, data: { atOnce: 3 } })
    await Promise.all([drain(), ...leads.map((lead) => qualify(priya, lead.id).catch(() => null))])
    await drain()
    const { done, skipped } = await getRun(id)
    expect(done + skipped).toBe(12)
    expect(await db.lead.count({ where: { id: { in: idsOf(leads) }, state: "qualified" } })).toBe(skipped)
    expect(await db.decision.count({ where: { leadId: { in: idsOf(leads) } } })).toBe(12)
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("asking many applicants", () => {
  const words = { subject: "A question, %firstname%", text: "Hello %firstname%, how does %company% sell?", template: "" }

  test("writes to each by name, told on each lead, and is taken back as a whole", async () => {
    const leads = await leadsOf(2)
    const id = await run(maja, "ask", idsOf(leads), { input: words })
    expect(await getRun(id)).toMatchObject({ state: "done", done: 2, title: "Ask: A question, %firstname%" })
    const mails = await db.mail.findMany({ where: { letter: "message", recordIds: { hasSome: idsOf(leads) } } })
    expect(mails.map(({ subject, state }) => [subject, state])).toEqual(Array.from({ length: 2 }, () => ["A question, Ana", "waiting"]))
    expect(mails[0]?.sendAfter).toEqual((await getRun(id)).undoableUntil)
    const said = await db.activity.findMany({ where: { leadId: { in: idsOf(leads) }, kind: "email" } })
    expect(said.map(({ text }) => text).sort()).toEqual(leads.map(({ companyName }) => `Hello Ana, how does ${companyName} sell?`).sort())
    await takeBack(maja, id)
    await drain()
    expect(await db.mail.count({ where: { letter: "message", recordIds: { hasSome: idsOf(leads) }, state: "canceled" } })).toBe(2)
    expect(await db.auditEntry.count({ where: { move: "message.cancel", recordId: { in: idsOf(leads) } } })).toBe(2)
  })

  test("in a template's own words, each in the language of the applicant; without an address nobody is asked", async () => {
    const [portuguese, swedish, silent] = await leadsOf(3)
    await db.lead.update({ where: { id: portuguese?.id ?? "" }, data: { language: "pt" } })
    await db.lead.update({ where: { id: swedish?.id ?? "" }, data: { language: "sv" } })
    await db.lead.update({ where: { id: silent?.id ?? "" }, data: { email: null } })
    const template = await db.messageTemplate.findFirstOrThrow({ where: { name: "Question about your request", language: "en" } })
    const input = { template: template.name, subject: template.subject, text: template.body }
    const id = await run(maja, "ask", idsOf([portuguese, swedish, silent].flatMap((lead) => lead ?? [])), { input })
    expect((await getItems(id)).map(({ told, why }) => why ?? told)).toEqual([
      `Mail to ${portuguese?.email}, in Portuguese`,
      `Mail to ${swedish?.email}`,
      "There is no email address here to write to. Add it first.",
    ])
    const subjects = await db.mail.findMany({ where: { letter: "message", recordIds: { has: portuguese?.id ?? "" } } })
    expect(subjects[0]?.subject).toBe(`Uma pergunta sobre o seu pedido ${portuguese?.prospectNumber}`)
  })

  test("without words is refused at the right field", async () => {
    await expect(begin(maja, "ask", idsOf(await leadsOf(1)), { input: { ...words, subject: "" } })).rejects.toMatchObject({
      code: "invalid",
      fields: { subject: "Enter a subject" },
    })
  })
})

describe("qualifying many leads", () => {
  test("makes new ones where nothing matches, as the single move does", async () => {
    const [single, ...many] = await leadsOf(4)
    await qualify(maja, single?.id ?? "")
    const id = await run(maja, "qualify", idsOf(many))
    expect(await getRun(id)).toMatchObject({ state: "done", done: 3, skipped: 0 })
    const expected = await traces(single?.id ?? "")
    for (const lead of many) expect(await traces(lead.id)).toBe(expected)
    expect(await brokenInvariants()).toEqual([])
  })

  test("asks for a choice where a match is not certain, and does what was chosen", async () => {
    const slug = newId().slice(-8)
    const known = await aLead({
      companyName: `Kaimauer ${slug} GmbH`,
      website: `https://${slug}-one.example`,
      email: `a@${slug}-one.example`,
    })
    const { accountId } = await qualify(maja, known.id)
    const same = { companyName: `Kaimauer ${slug} AG`, phone: "+49301234567", street: "Hafenstraße 9" }
    const leads = [
      await aLead({
        ...same,
        website: `https://${slug}-two.example`,
        email: `b@${slug}-two.example`,
        firstName: "Uwe",
        lastName: "Brandt",
      }),
      await aLead({
        ...same,
        website: `https://${slug}-three.example`,
        email: `c@${slug}-three.example`,
        firstName: "Ute",
        lastName: "Kern",
      }),
      await aLead({
        ...same,
        website: `https://${slug}-four.example`,
        email: `d@${slug}-four.example`,
        firstName: "Jan",
        lastName: "Voss",
      }),
    ]
    const id = await begin(maja, "qualify", idsOf(leads))
    const items = await getItems(id)
    expect(items.map(({ verdict }) => verdict)).toEqual(["choose", "choose", "choose"])
    expect(items[0]?.found).toContainEqual(expect.objectContaining({ id: accountId }))
    expect(items[1]?.found).toContainEqual(expect.objectContaining({ id: `lead:${leads[0]?.id}`, why: "same name, in this run" }))
    await expect(start(maja, id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("needs a choice first") })
    await choose(maja, id, 1, "new")
    await choose(maja, id, 2, `lead:${leads[0]?.id}`)
    await expect(choose(maja, id, 3, newId())).rejects.toMatchObject({ code: "not_found" })
    await expect(choose(priya, id, 3, "new")).rejects.toMatchObject({ code: "forbidden" })
    await chooseForAll(maja, id, "best")
    expect(await getRun(id)).toMatchObject({ choose: 3, chosen: 3 })
    await choose(maja, id, 3, accountId)
    const before = await bothStores()
    await start(maja, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 3 })
    const accounts = await Promise.all(leads.map(async (lead) => (await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).accountId))
    expect(accounts[0]).not.toBe(accountId)
    expect(accounts[1]).toBe(accounts[0])
    expect(accounts[2]).toBe(accountId)
    expect(await brokenInvariants()).toEqual([])
    await takeBack(maja, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 3 })
    expect(await bothStores()).toEqual(before)
  })

  test("leaves out what was given no choice, and what has no address is blocked", async () => {
    const slug = newId().slice(-8)
    const known = await aLead({
      companyName: `Leuchtturm ${slug} Ltd`,
      website: `https://l-${slug}-1.example`,
      email: `a@l-${slug}-1.example`,
    })
    await qualify(maja, known.id)
    const unsure = await aLead({
      companyName: `Leuchtturm ${slug}`,
      website: `https://l-${slug}-2.example`,
      email: `b@l-${slug}-2.example`,
      phone: "+441632960960",
      street: "Harbour Road 1",
    })
    const [silent, fresh] = await leadsOf(2)
    await db.lead.update({ where: { id: silent?.id ?? "" }, data: { email: null } })
    const id = await run(maja, "qualify", [unsure.id, silent?.id ?? "", fresh?.id ?? ""])
    expect((await getItems(id)).map(({ verdict, result }) => [verdict, result])).toEqual([
      ["choose", "skipped"],
      ["blocked", "skipped"],
      ["ready", "done"],
    ])
    expect((await getItems(id))[0]?.why).toBe("It needs a choice, and none was made.")
    expect((await getItems(id))[1]?.why).toContain("a partner signs in by email")
  })

  test("uses the contact and the account of somebody who is known, and the second request of one person shares the first's, across batches", async () => {
    const slug = newId().slice(-8)
    const person = {
      email: `ines@${slug}.example`,
      companyName: `Ines ${slug} SL`,
      website: `https://${slug}.example`,
      taxId: `ESB${slug}`,
    }
    const first = await aLead(person)
    const { accountId, contactId } = await qualify(maja, first.id)
    const other = {
      email: `olaf@o-${slug}.example`,
      companyName: `Olaf ${slug} AS`,
      website: `https://o-${slug}.example`,
      firstName: "Olaf",
      lastName: "Dahl",
    }
    const leads = [await aLead(person), await aLead(other), await aLead(other)]
    const id = await begin(maja, "qualify", idsOf(leads))
    const items = await getItems(id)
    expect(items.map(({ verdict }) => verdict)).toEqual(["ready", "ready", "ready"])
    expect(items[0]?.told).toContain("is used (certain:")
    expect(items[2]?.told).toContain("(same person)")
    await start(maja, id)
    await db.bulkRun.update({ where: { id }, data: { atOnce: 2 } })
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 3 })
    const after = await Promise.all(leads.map((lead) => db.lead.findUniqueOrThrow({ where: { id: lead.id } })))
    expect(after[0]).toMatchObject({ accountId, contactId })
    expect(after[2]).toMatchObject({ accountId: after[1]?.accountId, contactId: after[1]?.contactId })
    expect(await brokenInvariants()).toEqual([])
  })

  test("stopped in the middle and taken back leaves both stores as they were; a note on what was made goes back to its lead", async () => {
    const leads = await leadsOf(5)
    const before = await bothStores()
    const id = await begin(maja, "qualify", idsOf(leads))
    await start(maja, id)
    await db.bulkRun.update({ where: { id }, data: { atOnce: 2 } })
    await runNextPiece()
    await stop(maja, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 2, skipped: 3 })
    const made = await db.lead.findUniqueOrThrow({ where: { id: leads[0]?.id ?? "" } })
    await inTransaction(maja, (ctx) =>
      addNote({ ...ctx, actor: maja }, { about: "opportunity", id: made.opportunityId ?? "", text: "Called" }),
    )
    await takeBack(maja, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 2 })
    expect(await bothStores()).toEqual(before)
    expect(await db.activity.count({ where: { leadId: made.id, text: "Called" } })).toBe(1)
    expect(await brokenInvariants()).toEqual([])
  })

  test("two people qualify the same leads at once: each lead is qualified once", async () => {
    const leads = await leadsOf(10)
    const runs = [await begin(maja, "qualify", idsOf(leads)), await begin(priya, "qualify", idsOf(leads.toReversed()))]
    await start(maja, runs[0] ?? "")
    await start(priya, runs[1] ?? "")
    await db.bulkRun.updateMany({ where: { id: { in: runs } }, data: { atOnce: 3 } })
    await Promise.all([drain(), drain()])
    await drain()
    const done = await Promise.all(runs.map(getRun))
    expect(done.map(({ state }) => state)).toEqual(["done", "done"])
    expect(done.reduce((sum, one) => sum + one.done, 0)).toBe(10)
    expect(await db.decision.count({ where: { leadId: { in: idsOf(leads) } } })).toBe(10)
    expect(await brokenInvariants()).toEqual([])
  })
})
