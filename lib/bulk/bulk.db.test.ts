import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { renderLetter } from "@/lib/mail/render-letter"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { isHeldByRun } from "@/lib/platform/held"
import { newId } from "@/lib/platform/ids"
import { assignLead } from "@/lib/sales/leads/assign-lead"
import { brokenInvariants } from "@/lib/sync/invariants"
import { aLead, anOpportunity, aStaff, qualify } from "@/prisma/makers"
import { breakOff } from "./break-off"
import { undoKeyOf } from "./kinds"
import { listRuns } from "./queries"
import { runNextPiece } from "./run-next"
import { sweepRuns } from "./sweep-runs"
import { begin, drain, getItems, getRun, run, start, stop, takeBack } from "./testing-runs"

let maja: Staff
let tomas: Staff
let priya: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomas = await aStaff("seller", { name: "Tomás Herrera" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})

const leadsOf = async (count: number, given = {}) => Promise.all(Array.from({ length: count }, () => aLead(given)))
const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id)
const owners = async (ids: readonly string[]) =>
  (await db.lead.findMany({ where: { id: { in: [...ids] } } })).map(({ ownerName }) => ownerName)
const take = (staff: Staff, leadId: string) =>
  inTransaction(staff, (ctx) => assignLead({ ...ctx, actor: staff }, { leadId, ownerId: staff.id }))

describe("assigning many leads", () => {
  test("looks first, does what was ready, tells each owner once, and says why the others were left", async () => {
    const leads = await leadsOf(5)
    const [mine, closed] = [leads[0], leads[1]]
    await take(maja, mine?.id ?? "")
    await qualify(maja, closed?.id ?? "")
    const id = await begin(priya, "assign", idsOf(leads), { input: { ownerId: maja.id } })
    expect(await getRun(id)).toMatchObject({ state: "ready", total: 5, ready: 3, blocked: 2, title: "Assign to Maja Lindqvist" })
    const items = await getItems(id)
    expect(items.map(({ verdict, told }) => [verdict, told])).toEqual([
      ["blocked", "Maja Lindqvist owns it already."],
      ["blocked", "This lead is Qualified. Only open leads are assigned."],
      ...Array.from({ length: 3 }, () => ["ready", "Unassigned → Maja Lindqvist"]),
    ])
    expect(await owners(idsOf(leads.slice(2)))).toEqual([null, null, null])

    await start(priya, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 3, skipped: 2, failed: 0 })
    expect(new Set(await owners(idsOf(leads)))).toEqual(new Set(["Maja Lindqvist"]))
    const audits = await db.auditEntry.findMany({ where: { move: "lead.assign", recordId: { in: idsOf(leads.slice(2)) } } })
    expect(audits).toHaveLength(3)
    expect(audits[0]).toMatchObject({ actorName: "Priya Raman", from: "Unassigned", to: "Maja Lindqvist" })
    const told = await db.notification.findMany({ where: { recordId: id } })
    expect(told).toMatchObject([{ personId: maja.id, kind: "run", actorName: "Priya Raman", text: "3 leads were given to you." }])
    const letters = await db.mail.findMany({ where: { recordIds: { has: id } } })
    expect(letters).toMatchObject([{ letter: "run-digest", toAddress: maja.email, state: "waiting" }])
    expect(letters[0]?.sendAfter).toEqual((await getRun(id)).undoableUntil)
    const written = letters[0] && (await renderLetter({ ...letters[0], letter: "run-digest" }, new Date()))
    expect(written?.text).toContain("Priya Raman changed many records at once: Assign to Maja Lindqvist. 3 leads were given to you.")
    expect(written?.text).toContain(`/sales/runs/${id}`)
    expect(await brokenInvariants()).toEqual([])
  })

  test("is taken back as a whole: owners as before, the letter canceled, the bell silent; both are told in the history", async () => {
    const leads = await leadsOf(3)
    await take(tomas, leads[0]?.id ?? "")
    const id = await run(priya, "assign", idsOf(leads), { input: { ownerId: maja.id } })
    await take(priya, leads[1]?.id ?? "")
    // Wherever somebody is still offered to undo it, that offer ends.
    expect(await takeBack(priya, id)).toContainEqual({ kind: "", id: undoKeyOf(id) })
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 2, kept: 1, undoneBy: "Priya Raman" })
    const after = await db.lead.findMany({ where: { id: { in: idsOf(leads) } }, orderBy: { createdAt: "asc" } })
    const byId = new Map(after.map((lead) => [lead.id, lead.ownerName]))
    expect(idsOf(leads).map((leadId) => byId.get(leadId))).toEqual(["Tomás Herrera", "Priya Raman", null])
    expect((await getItems(id))[1]).toMatchObject({ result: "kept", why: "Changed since. Priya Raman assigned the lead." })
    expect(await db.mail.findMany({ where: { recordIds: { has: id }, NOT: { state: "canceled" } } })).toEqual([])
    expect(await db.notification.count({ where: { recordId: id } })).toBe(0)
    const moves = await db.auditEntry.findMany({ where: { recordId: leads[2]?.id ?? "", move: "lead.assign" }, orderBy: { at: "asc" } })
    expect(moves.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ["Unassigned", "Maja Lindqvist", null],
      ["Maja Lindqvist", "Unassigned", "Took the run back: Assign to Maja Lindqvist"],
    ])
    await expect(takeBack(priya, id)).rejects.toMatchObject({ code: "conflict" })
  })

  test("leaves a lead alone that a seller changed after the look", async () => {
    const leads = await leadsOf(2)
    const id = await begin(priya, "assign", idsOf(leads), { input: { ownerId: maja.id } })
    await take(tomas, leads[0]?.id ?? "")
    await start(priya, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 1, skipped: 1 })
    expect((await getItems(id))[0]).toMatchObject({ result: "skipped", why: "Changed meanwhile. Tomás Herrera assigned the lead." })
    expect(await db.lead.findUniqueOrThrow({ where: { id: leads[0]?.id ?? "" } })).toMatchObject({ ownerName: "Tomás Herrera" })
  })

  test("begins at once where all is ready and that was asked", async () => {
    const leads = await leadsOf(2)
    const id = await begin(priya, "assign", idsOf(leads), { input: { ownerId: maja.id }, isStraight: true })
    expect(await getRun(id)).toMatchObject({ state: "running" })
    const other = await begin(priya, "assign", idsOf(leads), { input: { ownerId: tomas.id }, isStraight: true })
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 2 })
    expect(await getRun(other)).toMatchObject({ state: "done", skipped: 2 })
  })
})

describe("all that match", () => {
  test("is what the view holds with its search and filter, as of the look", async () => {
    const slug = newId().slice(-8)
    for (const place of [1, 2, 3]) await aLead({ companyName: `Quay ${slug} ${place}` })
    const id = await begin(priya, "rate", [], { input: { rating: "hot" }, view: `view=all&q=${slug}` })
    await aLead({ companyName: `Quay ${slug} 4` })
    expect(await getRun(id)).toMatchObject({ total: 3, ready: 3, source: "All leads, as searched and filtered" })
    await start(priya, id)
    await drain()
    const rated = await db.lead.findMany({ where: { companyName: { contains: slug } }, orderBy: { companyName: "asc" } })
    expect(rated.map(({ rating }) => rating)).toEqual(["hot", "hot", "hot", "warm"])
    expect(await db.fieldChange.count({ where: { recordId: rated[0]?.id ?? "", field: "rating", from: "warm", to: "hot" } })).toBe(1)
    await takeBack(priya, id)
    await drain()
    expect(await db.lead.count({ where: { companyName: { contains: slug }, rating: "warm" } })).toBe(4)
  })

  test("is only their own for those who do not manage", async () => {
    const slug = newId().slice(-8)
    const leads = await Promise.all([1, 2, 3].map((place) => aLead({ companyName: `Mast ${slug} ${place}` })))
    await take(maja, leads[0]?.id ?? "")
    await take(tomas, leads[1]?.id ?? "")
    const id = await begin(maja, "rate", [], { input: { rating: "cold" }, view: `view=all&q=${slug}` })
    expect(await getItems(id)).toMatchObject([{ recordId: leads[0]?.id, verdict: "ready" }])
  })

  test("of nothing is refused", async () => {
    await expect(begin(priya, "rate", [], { input: { rating: "hot" }, view: "view=all&q=zzzznothing" })).rejects.toMatchObject({
      code: "conflict",
      message: "There is no lead here to change.",
    })
  })
})

describe("who may", () => {
  test("sellers do in bulk what they may singly: the others' leads are blocked, and it says who can", async () => {
    const leads = await leadsOf(2)
    await take(tomas, leads[0]?.id ?? "")
    const id = await begin(maja, "rate", idsOf(leads), { input: { rating: "hot" } })
    expect((await getItems(id)).map(({ verdict, told }) => [verdict, told])).toEqual([
      ["blocked", expect.stringContaining("Tomás Herrera owns this and can edit it. A Sales manager or Administrator can too")],
      ["ready", "Warm → Hot"],
    ])
    const given = await begin(maja, "assign", [leads[1]?.id ?? ""], { input: { ownerId: tomas.id } })
    expect((await getItems(given))[0]?.told).toContain("You can take a lead yourself.")
  })

  test("only whoever looked begins; stop and undo are for them and for managers", async () => {
    const leads = await leadsOf(1)
    const id = await begin(maja, "rate", idsOf(leads), { input: { rating: "hot" } })
    await expect(start(priya, id)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("Maja Lindqvist prepared this run"),
    })
    await expect(stop(tomas, id)).rejects.toMatchObject({ code: "forbidden" })
    await start(maja, id)
    await drain()
    await expect(takeBack(tomas, id)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("a Sales manager or Administrator"),
    })
    await takeBack(priya, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 1 })
  })

  test("a run whose person was disabled meanwhile stops, and says so", async () => {
    const leaver = await aStaff("seller")
    const id = await begin(leaver, "rate", idsOf(await leadsOf(1)), { input: { rating: "hot" } })
    await start(leaver, id)
    await db.person.update({ where: { id: leaver.id }, data: { disabledAt: new Date() } })
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 0, skipped: 1, error: "Whoever started it does not work here any more." })
  })
})

describe("under way", () => {
  test("a run is stopped after the batch in hand; what it did stays and can be taken back", async () => {
    const leads = await leadsOf(8)
    const id = await begin(priya, "rate", idsOf(leads), { input: { rating: "hot" } })
    await start(priya, id)
    await db.bulkRun.update({ where: { id }, data: { atOnce: 3 } })
    await runNextPiece()
    expect(await getRun(id)).toMatchObject({ state: "running", done: 3, atOnce: 6 })
    await stop(priya, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "done", done: 3, skipped: 5, error: "Priya Raman stopped it." })
    expect((await getItems(id)).at(-1)).toMatchObject({ result: "skipped", why: "Priya Raman stopped the run before it." })
    await takeBack(priya, id)
    await drain()
    expect(await db.lead.count({ where: { id: { in: idsOf(leads) }, rating: "hot" } })).toBe(0)
  })

  test("several runs have their turns, and two people who run over the same leads do each lead once", async () => {
    const leads = await leadsOf(40)
    const [first, second] = [
      await begin(priya, "assign", idsOf(leads), { input: { ownerId: maja.id } }),
      await begin(priya, "assign", idsOf(leads.toReversed()), { input: { ownerId: tomas.id } }),
    ]
    for (const id of [first, second]) await start(priya, id)
    await db.bulkRun.updateMany({ where: { id: { in: [first, second] } }, data: { atOnce: 5 } })
    await Promise.all([drain(), drain(), drain()])
    const runs = [await getRun(first), await getRun(second)]
    expect(runs.map(({ state }) => state)).toEqual(["done", "done"])
    expect(runs.reduce((sum, { done }) => sum + done, 0)).toBe(40)
    expect(await db.auditEntry.count({ where: { move: "lead.assign", recordId: { in: idsOf(leads) } } })).toBe(40)
  })

  test("a batch that breaks off is made smaller until the one that it breaks off at stands alone; the others are done", async () => {
    const leads = await leadsOf(6)
    const bad = leads[3]?.id ?? ""
    await db.$executeRawUnsafe(`
      create function sales.refuse_one() returns trigger language plpgsql as $$ begin
        if new.id = '${bad}' and new.rating = 'cold' then raise exception 'no'; end if; return new; end $$`)
    await db.$executeRawUnsafe("create trigger refuse_one before update on sales.lead for each row execute function sales.refuse_one()")
    const id = await begin(priya, "rate", idsOf(leads), { input: { rating: "cold" } })
    await start(priya, id)
    for (let piece = 0; piece < 40 && (await getRun(id)).state !== "done"; piece++) await runNextPiece().catch(() => {})
    await db.$executeRawUnsafe("drop trigger refuse_one on sales.lead")
    expect(await getRun(id)).toMatchObject({ state: "done", done: 5, failed: 1 })
    expect((await getItems(id))[3]).toMatchObject({ result: "failed", why: "It broke off again and again, and nothing of it was changed." })
  })
})

test("what broke off at one worker and was done by another meanwhile has not failed", async () => {
  const id = await begin(priya, "rate", idsOf(await leadsOf(3)), { input: { rating: "hot" } })
  await start(priya, id)
  await db.bulkRun.update({ where: { id }, data: { atOnce: 1 } })
  const job = await getRun(id)
  await runNextPiece()
  await breakOff({ ...job, undoneById: null }, new AppError("conflict", "It stood in the way."), new Date())
  await drain()
  expect(await getRun(id)).toMatchObject({ state: "done", done: 3, failed: 0 })
})

test("whoever left before a run came to its end is given nothing more", async () => {
  const leaver = await aStaff("seller", { name: "Eva Lund" })
  const leads = await leadsOf(2)
  const id = await begin(priya, "assign", idsOf(leads), { input: { ownerId: leaver.id } })
  await start(priya, id)
  await db.person.update({ where: { id: leaver.id }, data: { disabledAt: new Date() } })
  await drain()
  expect(await getRun(id)).toMatchObject({ state: "done", done: 0, skipped: 2 })
  expect((await getItems(id)).map(({ why }) => why)).toEqual(Array(2).fill("Eva Lund cannot be given records any more."))
  expect(await owners(idsOf(leads))).toEqual([null, null])
})

test("a record that was ticked twice is in the run once, and each is looked at", async () => {
  const [first = "", ...others] = idsOf(await leadsOf(41))
  const id = await begin(priya, "rate", [first, first, ...others], { input: { rating: "hot" } })
  await drain()
  expect(await getRun(id)).toMatchObject({ state: "ready", total: 41, ready: 41 })
})

test("opportunities, accounts and contacts are assigned by the same engine", async () => {
  const deal = await anOpportunity(maja)
  for (const [list, recordId] of [
    ["opportunities", deal.id],
    ["accounts", deal.accountId],
    ["contacts", deal.contactId],
  ] as const) {
    const id = await run(priya, "assign", [recordId], { list, input: { ownerId: tomas.id } })
    expect(await getRun(id)).toMatchObject({ state: "done", done: 1 })
    expect(await db.notification.findMany({ where: { recordId: id }, orderBy: { text: "asc" } })).toHaveLength(2)
    await takeBack(priya, id)
    await drain()
    expect(await getRun(id)).toMatchObject({ state: "undone", undone: 1 })
  }
  expect(await db.opportunity.findUniqueOrThrow({ where: { id: deal.id } })).toMatchObject({ ownerName: "Maja Lindqvist" })
  expect(isHeldByRun(new Date())).toBe(false)
})

test("a run is found among all by what it does, where it was chosen or who began it; one that was discarded is not", async () => {
  const id = await begin(priya, "rate", idsOf(await leadsOf(1)), { input: { rating: "hot" } })
  const old = { title: "Rate as Élan", source: "Nordic 50 %", personName: "Zoë Last", createdAt: new Date("2020-01-01") }
  await db.bulkRun.update({ where: { id }, data: old })
  const { input, ...like } = await getRun(id)
  const many = Array.from({ length: 60 }, (_, n) => ({ ...like, input: input ?? {}, id: newId(), title: `Many ${n}`, personName: "Many" }))
  await db.bulkRun.createMany({ data: many.map((one) => ({ ...one, source: "Many", createdAt: new Date("2080-01-01") })) })
  const found = async (q: string) => (await listRuns(q)).map((one) => one.id)
  expect(await found("")).not.toContain(id)
  for (const q of ["ELAN", "nordic 50 %", "zoe last", "elan nordic"]) expect(await found(q)).toEqual([id])
  expect(await found("50 _")).toEqual([])
  expect(await found("many")).toHaveLength(50)
  await db.bulkRun.update({ where: { id }, data: { state: "canceled" } })
  expect(await found("elan")).toEqual([])
  await db.bulkRun.deleteMany({ where: { personName: "Many" } })
})

test("a dry run that nobody begins is discarded after a day, and runs are removed after a quarter", async () => {
  const leads = idsOf(await leadsOf(1))
  const [forgotten, old] = [
    await begin(priya, "rate", leads, { input: { rating: "hot" } }),
    await run(priya, "rate", leads, { input: { rating: "hot" } }),
  ]
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  await sweepRuns(inDays(0.5))
  expect(await getRun(forgotten)).toMatchObject({ state: "ready" })
  await sweepRuns(inDays(1.1))
  expect(await getRun(forgotten)).toMatchObject({ state: "canceled" })
  await expect(start(priya, forgotten)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("It was discarded") })
  while ((await sweepRuns(inDays(91))).runs > 0) {}
  expect(await db.bulkRun.count({ where: { id: { in: [forgotten, old] } } })).toBe(0)
  expect(await db.bulkItem.count({ where: { runId: { in: [forgotten, old] } } })).toBe(0)
})
