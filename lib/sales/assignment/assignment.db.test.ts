import { beforeEach, describe, expect, test } from "vitest"
import { begin, drain, getItems, getRun, start, takeBack } from "@/lib/bulk/testing-runs"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import type { Filter } from "@/lib/platform/filter"
import { newId } from "@/lib/platform/ids"
import { runNextFact } from "@/lib/platform/run-facts"
import { untilSomebodyWaits } from "@/lib/platform/testing-waits"
import { reactions } from "@/lib/reactions"
import { brokenInvariants } from "@/lib/sync/invariants"
import { aLead, aStaff, disqualify } from "@/prisma/makers"
import { assignLead } from "../leads/assign-lead"
import { newLead } from "../leads/new-lead"
import { aRule, publish } from "../rule-sets/testing-rules"
import { readTimeline } from "../timeline"
import { askRulesAgain } from "./ask-again"
import { assignArrived, theRules } from "./assign-arrived"
import { assignLeadByRules } from "./assign-lead-by-rules"
import type { AssignmentEffect } from "./effect"

let priya: Staff
let maja: Staff
let tomas: Staff
let bo: Staff

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run, sales.score_queue, sales.assignment_turn, sales.assignment_wait, platform.fact, platform.notification`
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  maja = await aStaff("seller", { name: "Maja" })
  tomas = await aStaff("seller", { name: "Tomás" })
  bo = await aStaff("seller", { name: "Bo" })
})

const react = async () => {
  while (await runNextFact(reactions)) {}
}
const to = (people: Staff[], given: Partial<AssignmentEffect> = {}): AssignmentEffect => ({
  way: "turn",
  personIds: people.map(({ id }) => id),
  inHours: false,
  otherwise: "next",
  ...given,
})
const ownerOf = async (id: string) => (await db.lead.findUniqueOrThrow({ where: { id }, select: { ownerName: true } })).ownerName
const here = (slug: string): Filter => ["company", "contains", slug]
const ask = (id: string, staff = priya) => inTransaction(staff, (ctx) => assignLeadByRules({ ...ctx, actor: staff }, { leadId: id }))

test("a lead that arrives is given by the first rule that holds, and its timeline and audit say which", async () => {
  await publish(priya, "assignment", [
    aRule(to([bo], { way: "person" }), ["country", "is", "FR"], { name: "France" }),
    aRule(to([maja, tomas]), ["country", "is", "PT"], { name: "Portugal" }),
  ])
  const [one, two, french, other] = [await aLead(), await aLead(), await aLead({ country: "FR" }), await aLead({ country: "ES" })]
  await react()
  expect(await Promise.all([one, two, french, other].map(({ id }) => ownerOf(id)))).toEqual(["Maja", "Tomás", "Bo", null])
  const { entries } = await readTimeline({ leads: [one.id] })
  expect(entries).toContainEqual(
    expect.objectContaining({
      move: "lead.assign",
      actorName: "Assignment rules",
      to: "Maja",
      reason: "Assignment rule “Portugal”, version 1.",
    }),
  )
  expect(await db.notification.findMany({ where: { personId: maja.id } })).toMatchObject([
    { kind: "lead_assigned", recordKind: "lead", recordId: one.id, text: "Assignment rule “Portugal”, version 1" },
  ])
  expect(await brokenInvariants()).toEqual([])
})

test("an owner who was set by hand wins", async () => {
  await publish(priya, "assignment", [aRule(to([bo], { way: "person" }))])
  const typed = {
    company: "By hand",
    firstName: "",
    lastName: "S",
    jobTitle: "",
    email: "",
    phone: "",
    website: "",
    country: "",
    topic: "",
  }
  const { id } = await inTransaction(maja, (ctx) => newLead({ ...ctx, actor: maja }, { ...typed, source: "other", rating: "warm" }))
  await react()
  expect(await ownerOf(id)).toBe("Maja")
})

test("twenty that arrive at once are given in turn: each once, and everybody as many", async () => {
  await publish(priya, "assignment", [aRule(to([maja, tomas, bo, priya]))])
  const leads = await Promise.all(Array.from({ length: 20 }, () => aLead()))
  await Promise.all([react(), react(), react(), react()])
  const owned = await db.lead.groupBy({ by: ["ownerName"], where: { id: { in: leads.map(({ id }) => id) } }, _count: true })
  expect(owned.map(({ _count }) => _count)).toEqual([5, 5, 5, 5])
  const moves = await db.auditEntry.groupBy({
    by: ["recordId"],
    where: { move: "lead.assign", recordId: { in: leads.map(({ id }) => id) } },
    _count: true,
  })
  expect(moves).toHaveLength(20)
  expect(moves.every(({ _count }) => _count === 1)).toBe(true)
  expect(await db.fact.count({ where: { doneAt: null } })).toBe(0)
})

test("the same arrival told twice gives once, and a rule that was turned off gives nothing", async () => {
  const rule = aRule(to([maja, tomas]))
  await publish(priya, "assignment", [rule])
  const lead = await aLead()
  await react()
  await db.fact.updateMany({ data: { doneAt: null } })
  await react()
  expect(await ownerOf(lead.id)).toBe("Maja")
  await publish(priya, "assignment", [{ ...rule, isOn: false }])
  const later = await aLead()
  await react()
  expect(await ownerOf(later.id)).toBeNull()
})

test("the turn is remembered from one transaction to the next and by an edited rule", async () => {
  const rule = aRule(to([maja, tomas, bo]))
  await publish(priya, "assignment", [rule])
  const first = await aLead()
  await react()
  await publish(priya, "assignment", [{ ...rule, name: "Other name" }])
  const second = await aLead()
  await react()
  expect([await ownerOf(first.id), await ownerOf(second.id)]).toEqual(["Maja", "Tomás"])
})

test("the least busy is told by today's open leads", async () => {
  await publish(priya, "assignment", [aRule(to([maja, tomas], { way: "least" }))])
  const leads = [await aLead(), await aLead(), await aLead()]
  await react()
  expect(await Promise.all(leads.map(({ id }) => ownerOf(id)))).toEqual(["Maja", "Tomás", "Maja"])
  for (const lead of leads) if ((await ownerOf(lead.id)) === "Maja") await disqualify(priya, lead.id)
  const next = await aLead()
  await react()
  expect(await ownerOf(next.id)).toBe("Maja")
})

test("absence and capacity are heeded; with nobody left the lead says why it stays", async () => {
  await publish(priya, "assignment", [aRule(to([maja, tomas]), null, { name: "All" })])
  const today = new Date().toISOString().slice(0, 10)
  const absence = { fromDay: new Date(`${today}T00:00:00Z`), toDay: new Date(`${today}T00:00:00Z`) }
  await db.absence.create({ data: { id: newId(), personId: maja.id, ...absence, reason: "Holiday", createdAt: new Date() } })
  await db.staffHours.create({ data: { personId: tomas.id, capacity: 1 } })
  const [one, two] = [await aLead(), await aLead()]
  await react()
  expect([await ownerOf(one.id), await ownerOf(two.id)]).toEqual(["Tomás", null])
  const { entries } = await readTimeline({ leads: [two.id] })
  expect(entries).toContainEqual(
    expect.objectContaining({
      move: "lead.pass",
      reason: `Rule “All”: Maja is away until ${today}, Tomás has 1 open leads of at most 1. Version 1. It is given as soon as somebody can take it.`,
    }),
  )
})

test("many at once are told as one", async () => {
  await publish(priya, "assignment", [aRule(to([maja], { way: "person" }))])
  for (let n = 0; n < 4; n++) await aLead()
  await react()
  expect(await db.notification.findMany({ where: { personId: maja.id } })).toMatchObject([
    { kind: "lead_assigned", recordKind: "leads", recordLabel: "4 leads" },
  ])
})

test("Route by rules gives a lead that somebody owns, keeps it where the rule names its owner, and says what it found", async () => {
  const lead = await aLead()
  await expect(ask(lead.id)).rejects.toMatchObject({ message: expect.stringContaining("No assignment rules hold") })
  await publish(priya, "assignment", [aRule(to([maja, tomas]), here(lead.companyName), { name: "Here" })])
  expect(await ask(lead.id)).toMatchObject({ ownerName: "Maja", isKept: false, why: "Assignment rule “Here”, version 1" })
  expect(await ask(lead.id)).toMatchObject({ ownerName: "Maja", isKept: true })
  const other = await aLead()
  await expect(ask(other.id)).rejects.toMatchObject({ message: expect.stringContaining("No assignment rule holds for this lead") })
  await expect(ask(lead.id, maja)).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("A Sales manager or Administrator can"),
  })
  await disqualify(priya, lead.id)
  await expect(ask(lead.id)).rejects.toMatchObject({ code: "conflict" })
})

test("a selection is assigned by rules as a run, and taken back as one", async () => {
  await publish(priya, "assignment", [aRule(to([maja, tomas]), ["country", "is", "PT"], { name: "Portugal" })])
  const leads = [await aLead(), await aLead(), await aLead({ country: "FR" })]
  const runId = await begin(
    priya,
    "assign_by_rules",
    leads.map(({ id }) => id),
  )
  await drain()
  expect((await getItems(runId)).map(({ told }) => told)).toEqual([
    "Unassigned → by rule “Portugal”",
    "Unassigned → by rule “Portugal”",
    "No assignment rule holds for it.",
  ])
  await start(priya, runId)
  await drain()
  expect(await Promise.all(leads.map(({ id }) => ownerOf(id)))).toEqual(["Maja", "Tomás", null])
  expect(await getRun(runId)).toMatchObject({ done: 2 })
  await takeBack(priya, runId)
  await drain()
  expect(await Promise.all(leads.map(({ id }) => ownerOf(id)))).toEqual([null, null, null])
})

describe("a lead that nobody can take when it comes", () => {
  const saturday = new Date("2026-11-14T11:00Z")
  const at = (text: string) => () => new Date(text)
  const arrive = (leadIds: string[], now = saturday) => inTransaction(theRules, (ctx) => assignArrived(ctx, { leadIds }), now)
  const waiting = () => db.assignmentWait.count()
  const again = async (clock: () => Date) => {
    while (await askRulesAgain(clock)) {}
  }

  test("waits, says so once, and is given when work begins", async () => {
    await publish(priya, "assignment", [aRule(to([maja], { way: "person", inHours: true, otherwise: "stay" }), null, { name: "In hours" })])
    const lead = await aLead({}, saturday)
    await arrive([lead.id])
    expect([await ownerOf(lead.id), await waiting()]).toEqual([null, 1])
    await again(at("2026-11-15T11:00Z"))
    expect([await ownerOf(lead.id), await waiting()]).toEqual([null, 1])
    await again(at("2026-11-16T10:00Z"))
    expect([await ownerOf(lead.id), await waiting()]).toEqual(["Maja", 0])
    const { entries } = await readTimeline({ leads: [lead.id] })
    const passes = entries.filter((entry) => "move" in entry && entry.move === "lead.pass")
    expect(passes.at(0)).toMatchObject({
      reason: expect.stringContaining("Maja is outside working hours. Version 1. It is given as soon as"),
    })
    expect(entries).toContainEqual(
      expect.objectContaining({ move: "lead.assign", to: "Maja", reason: "Assignment rule “In hours”, version 1." }),
    )
    expect(await db.notification.count({ where: { personId: maja.id, kind: "lead_assigned" } })).toBe(1)
  })

  test("is given when somebody has room again, the oldest first", async () => {
    await db.staffHours.create({ data: { personId: bo.id, capacity: 1 } })
    await publish(priya, "assignment", [aRule(to([bo], { way: "person" }))])
    const leads = [await aLead(), await aLead(), await aLead()]
    await react()
    const [first, second, third] = leads
    expect([await ownerOf(first?.id ?? ""), await waiting()]).toEqual(["Bo", 2])
    const later = (minutes: number) => () => new Date(Date.now() + minutes * 60_000)
    await again(later(3))
    expect(await waiting()).toBe(2)
    await disqualify(bo, first?.id ?? "")
    await again(later(6))
    expect([await ownerOf(second?.id ?? ""), await ownerOf(third?.id ?? ""), await waiting()]).toEqual(["Bo", null, 1])
  })

  test("stays with whoever took it meanwhile, and one that was closed is forgotten", async () => {
    await publish(priya, "assignment", [aRule(to([maja], { way: "person", inHours: true }))])
    const [taken, closed] = [await aLead({}, saturday), await aLead({}, saturday)]
    await arrive([taken.id, closed.id])
    await inTransaction(tomas, (ctx) => assignLead({ ...ctx, actor: tomas }, { leadId: taken.id, ownerId: tomas.id }))
    await disqualify(tomas, closed.id)
    await again(at("2026-11-16T10:00Z"))
    expect([await ownerOf(taken.id), await ownerOf(closed.id), await waiting()]).toEqual(["Tomás", null, 0])
  })

  test("is given once, however many workers ask at once, and waits on while no rules hold", async () => {
    await publish(priya, "assignment", [aRule(to([maja, tomas], { inHours: true }))])
    const leads = [await aLead({}, saturday), await aLead({}, saturday), await aLead({}, saturday), await aLead({}, saturday)]
    const ids = leads.map(({ id }) => id)
    await arrive(ids)
    await publish(priya, "assignment", [aRule(to([maja]), null, { isOn: false })])
    await again(at("2026-11-16T10:00Z"))
    expect(await waiting()).toBe(4)
    await publish(priya, "assignment", [aRule(to([maja, tomas], { inHours: true }))])
    await Promise.all([again(at("2026-11-16T10:05Z")), again(at("2026-11-16T10:05Z"))])
    expect((await Promise.all(ids.map(ownerOf))).toSorted()).toEqual(["Maja", "Maja", "Tomás", "Tomás"])
    expect(await db.auditEntry.count({ where: { move: "lead.assign", recordId: { in: ids } } })).toBe(4)
    expect(await waiting()).toBe(0)
  })
})

describe("whoever gives leads away by rules", () => {
  const saturday = new Date("2026-11-14T11:00Z")
  const monday = new Date("2026-11-16T10:00Z")

  test.each<[string, (leadId: string) => Promise<unknown>]>([
    ["for one lead", (id) => ask(id)],
    ["again", () => askRulesAgain(() => monday)],
    ["as a run", () => drain()],
  ])("%s, never stands in the way of those that arrive and are scored, nor of what waits", async (how, give) => {
    await publish(priya, "assignment", [aRule(to([maja], { inHours: true }))])
    const lead = await aLead({}, saturday)
    await inTransaction(theRules, (ctx) => assignArrived(ctx, { leadIds: [lead.id] }), saturday)
    expect(await db.assignmentWait.count()).toBe(1)
    if (how === "as a run") {
      const runId = await begin(priya, "assign_by_rules", [lead.id])
      await drain()
      await start(priya, runId)
    }
    const given = await inTransaction(
      theRules,
      async (ctx) => {
        await ctx.tx.$executeRaw`set local lock_timeout = '400ms'`
        await ctx.tx.$executeRaw`select 1 from sales.lead where id = ${lead.id}::uuid for update`
        const other = give(lead.id)
        await untilSomebodyWaits()
        await assignArrived(ctx, { leadIds: [lead.id] })
        return { other }
      },
      monday,
    )
    await given.other
    expect([await ownerOf(lead.id), await db.assignmentWait.count()]).toEqual(["Maja", 0])
    expect(await db.auditEntry.count({ where: { move: "lead.assign", recordId: lead.id } })).toBe(1)
  })
})
