import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { renderLetter } from "@/lib/mail/render-letter"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import type { Filter } from "@/lib/platform/filter"
import { readListQuery } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { runNextFact } from "@/lib/platform/run-facts"
import { reactions } from "@/lib/reactions"
import { markLead } from "@/lib/sync/mark-lead"
import { aLead, aStaff } from "@/prisma/makers"
import { assignLead } from "../leads/assign-lead"
import { leadSource } from "../leads/lead-source"
import { leadList } from "../leads/views"
import { checkBook } from "../rule-sets/check-book"
import { openRules } from "../rule-sets/queries"
import { rehearseRules } from "../rule-sets/rehearse-rules"
import { runNextRuleRun } from "../rule-sets/run-rule-runs"
import { aRule, publish } from "../rule-sets/testing-rules"
import { addTarget, editTarget, moveTarget, removeTarget } from "../timers/change-targets"
import { listTargets } from "../timers/list-targets"
import { AddTarget, EditTarget } from "../timers/target-schema"
import { markDue, watchTimers } from "../timers/watch-timers"
import { type EscalationEffect, escalation } from "./effect"
import type { EscalationRehearsal } from "./rehearse"

const at = (text: string) => new Date(text)
const monday = at("2026-11-16T09:00Z")
let maja: Staff
let tomás: Staff
let priya: Staff
let noor: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomás = await aStaff("seller", { name: "Tomás Herrera" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  noor = await aStaff("administrator", { name: "Noor Haddad" })
  await db.timerWork.update({ where: { id: 1 }, data: { startedAt: new Date(0) } })
})

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run`
  await db.$executeRaw`delete from sales.lead`
  await db.notification.deleteMany()
  await db.mail.deleteMany({ where: { letter: "escalations" } })
})

async function workAt(now: string | Date): Promise<void> {
  const clock = () => new Date(now)
  for (let left = 100; await watchTimers(clock); left--) if (left === 0) throw new Error("the timers never come to rest")
  for (let left = 100; await runNextFact(reactions, clock); left--) if (left === 0) throw new Error("the facts never come to rest")
}

const rule = (effect: Partial<EscalationEffect>, when: Filter | null = null) => aRule({ ...escalation.firstEffect, ...effect }, when)
const publishRules = (...rules: ReturnType<typeof rule>[]) => publish(priya, "escalation", rules, undefined, monday)

async function aLeadOf(owner: Staff | null, now = monday) {
  const { id } = await aLead({}, now)
  if (owner) await inTransaction(priya, (ctx) => assignLead({ ...ctx, actor: priya }, { leadId: id, ownerId: owner.id }), now)
  return id
}

const lead = (id: string) => db.lead.findUniqueOrThrow({ where: { id } })
const rung = async () =>
  (await db.notification.findMany({ where: { kind: "escalation" }, orderBy: { id: "asc" } })).map(({ personId, text }) => [personId, text])
const escalatedList = () => readList(leadSource, priya.id, readListQuery(leadList, { view: "escalated" }), monday)
const movesOf = async (recordId: string) =>
  (
    await db.auditEntry.findMany({
      where: { recordId, move: { in: ["lead.escalate", "lead.breach"] } },
      orderBy: { at: "asc" },
      select: { move: true, to: true },
    })
  ).map(({ move, to }) => `${move} ${to}`)

describe("a rule", () => {
  test("tells the owner, people and a role, raises the rating and gives the lead to somebody else, once", async () => {
    await publishRules(rule({ tellOwner: true, tellPeople: [noor.id], tellRole: "sales_manager", raiseRating: true, giveTo: tomás.id }))
    const id = await aLeadOf(maja)
    await workAt("2026-11-16T16:59Z")
    expect(await rung()).toEqual([])
    await workAt("2026-11-16T17:00Z")
    await workAt("2026-11-18T17:00Z")
    expect(await lead(id)).toMatchObject({
      rating: "hot",
      ownerId: tomás.id,
      ownerName: "Tomás Herrera",
      escalatedAt: at("2026-11-16T17:00Z"),
    })
    const people = (await rung()).map(([personId]) => personId)
    expect(new Set(people)).toEqual(new Set([maja.id, tomás.id, noor.id, priya.id]))
    expect(people).toHaveLength(4)
    expect(await movesOf(id)).toEqual(["lead.escalate First response: breached"])
    const changes = await db.fieldChange.findMany({
      where: { recordId: id, actorName: "Gangway" },
      select: { field: true, from: true, to: true },
    })
    expect(changes).toEqual(
      expect.arrayContaining([
        { field: "rating", from: "warm", to: "hot" },
        { field: "owner", from: "Maja Lindqvist", to: "Tomás Herrera" },
      ]),
    )
    expect(await db.timerEvent.findFirst({ where: { leadId: id, timer: "response", kind: "breach" } })).toMatchObject({
      ruleId: expect.any(String),
    })
  })

  test("is the first that fits: its conditions, its timer and its event", async () => {
    await publishRules(
      rule({ at: "warning", tellPeople: [noor.id], tellOwner: false }, ["rating", "is", "hot"]),
      rule({ timer: "decision", tellPeople: [noor.id], tellOwner: false }),
      rule({ timer: "either", tellOwner: true }),
      rule({ timer: "either", tellPeople: [noor.id], tellOwner: false }),
    )
    const id = await aLeadOf(maja)
    await workAt("2026-11-16T15:30Z")
    expect(await rung()).toEqual([])
    await workAt("2026-11-16T17:00Z")
    expect((await rung()).map(([personId]) => personId)).toEqual([maja.id])
    await workAt("2026-11-27T17:00Z")
    expect((await rung()).map(([personId]) => personId)).toEqual([maja.id, noor.id])
    expect(await movesOf(id)).toEqual(["lead.escalate First response: breached", "lead.escalate Decision: breached"])
  })

  test("asks how the lead stands at that moment, its timers too", async () => {
    await publishRules(rule({ timer: "response", tellOwner: true }, ["and", ["responseState", "is", "breached"], ["owner", "filled"]]))
    const [owned, free] = [await aLeadOf(maja), await aLeadOf(null)]
    await workAt("2026-11-16T17:00Z")
    expect(await movesOf(owned)).toEqual(["lead.escalate First response: breached"])
    expect(await movesOf(free)).toEqual(["lead.breach First response"])
  })

  test("that was turned off, or published after the breach, does nothing", async () => {
    await publishRules({ ...rule({}), isOn: false })
    const id = await aLeadOf(maja)
    await workAt("2026-11-16T17:00Z")
    await publishRules(rule({}))
    await workAt("2026-11-16T17:01Z")
    expect(await rung()).toEqual([])
    expect(await movesOf(id)).toEqual(["lead.breach First response"])
  })

  test("two workers who notice the same breach set off one", async () => {
    await publishRules(rule({ tellOwner: true, raiseRating: true }))
    const ids = [await aLeadOf(maja), await aLeadOf(maja), await aLeadOf(maja)]
    await workAt(monday)
    const clock = () => at("2026-11-16T17:00Z")
    await Promise.all([markDue(clock), markDue(clock), markDue(clock)])
    await workAt("2026-11-16T17:00Z")
    expect(await rung()).toHaveLength(3)
    for (const id of ids) {
      expect(await movesOf(id)).toHaveLength(1)
      expect((await lead(id)).rating).toBe("hot")
    }
  })

  test("needs something to do, and people who exist are named in its sentence", () => {
    const problems = (effect: Partial<EscalationEffect>) => checkBook("escalation", { rules: [rule(effect)], settings: {} }).problems
    expect(Object.values(problems({ tellOwner: false }))).toEqual(["Choose at least one thing to do"])
    expect(Object.values(problems({ tellRole: "nobody" as never }))).toEqual(["Choose a role"])
    const names = { fields: {}, people: { [noor.id]: "Noor Haddad" }, countryName: (code: string) => code }
    expect(
      escalation.says({ ...escalation.firstEffect, tellPeople: [noor.id], tellRole: "seller", raiseRating: true, giveTo: noor.id }, names),
    ).toBe(
      "once the timer First response is breached, notify its owner, Noor Haddad, and every Seller, raise its rating, and give it to Noor Haddad",
    )
  })
})

describe("the view Escalated", () => {
  test("holds a lead until the timer that was escalated has ended", async () => {
    await publishRules(rule({ tellOwner: true }))
    const [id, other] = [await aLeadOf(maja), await aLeadOf(maja)]
    await workAt("2026-11-16T17:00Z")
    expect((await escalatedList()).total).toBe(2)
    await inTransaction(maja, (ctx) => markLead({ ...ctx, actor: maja }, { leadId: id, as: "contacted" }), at("2026-11-17T10:00Z"))
    await workAt("2026-11-17T10:00Z")
    expect((await escalatedList()).rows.map((row) => row.id)).toEqual([other])
    expect((await lead(id)).escalatedAt).toBeNull()
  })
})

test("a rehearsal counts what was noticed, rule by rule, and does nothing", async () => {
  const ids = [await aLeadOf(maja), await aLeadOf(null)]
  await workAt("2026-11-16T17:00Z")
  const rules = [rule({ at: "warning" }), rule({ tellRole: "sales_manager" }, ["owner", "filled"]), rule({ timer: "either" })]
  const asked = { kind: "escalation" as const, draft: { rules, settings: {} } }
  await inTransaction(priya, (ctx) => rehearseRules({ ...ctx, actor: priya }, asked), at("2026-11-17T09:00Z"))
  while (await runNextRuleRun()) {}
  const found = (await openRules("escalation", {})).rehearsal?.found
  expect(found).toMatchObject({ judged: 2, events: 2, escalated: 2, byRule: { [rules[1]?.id ?? ""]: 1, [rules[2]?.id ?? ""]: 1 } })
  expect((found as EscalationRehearsal).list.map(({ id }) => id).sort()).toEqual(ids.sort())
  expect(await rung()).toEqual([])
})

describe("who is told of many", () => {
  test("hears the bell once, and gets one letter for a quarter of an hour, which names them", async () => {
    await publishRules(rule({ tellOwner: false, tellRole: "sales_manager" }))
    for (let n = 0; n < 7; n++) await aLeadOf(maja)
    await workAt("2026-11-16T17:02Z")
    const [[personId, text] = []] = await rung()
    expect(await rung()).toHaveLength(1)
    expect(personId).toBe(priya.id)
    expect(text).toContain("First response: breached, and 6 more")
    await aLeadOf(maja)
    await workAt("2026-11-16T17:06Z")
    const mails = await db.mail.findMany({ where: { letter: "escalations" } })
    expect(mails).toMatchObject([{ toAddress: priya.email, sendAfter: at("2026-11-16T17:15Z") }])
    const [mail] = mails
    const letter = mail && (await renderLetter({ ...mail, letter: "escalations" }, at("2026-11-16T17:15Z")))
    expect(letter?.text).toContain("8 leads were escalated")
    expect(letter?.text.match(/First response breached/g)).toHaveLength(8)
  })
})

describe("targets", () => {
  type Deed<Input, Data> = (ctx: Parameters<typeof addTarget>[0], input: Input) => Promise<Data>
  const act = <Input, Data>(deed: Deed<Input, Data>, input: Input) =>
    inTransaction(priya, (ctx) => deed({ ...ctx, actor: priya }, input), monday)
  const typed = { responseHours: "2", decisionDays: "3", warnAt: "50" }

  test("the first that fits counts; changing them gives open leads new due times", async () => {
    const { targetId } = await act(addTarget, AddTarget.parse({ ...typed, rating: "hot" }))
    const fair = await act(addTarget, AddTarget.parse({ ...typed, source: "web", responseHours: "4" }))
    const id = await aLeadOf(maja)
    await workAt(monday)
    expect(await lead(id)).toMatchObject({
      responseDueAt: at("2026-11-16T13:00Z"),
      decisionDueAt: at("2026-11-18T17:00Z"),
      timerNextAt: at("2026-11-16T11:00Z"),
    })
    await db.lead.update({ where: { id }, data: { rating: "hot" } })
    await workAt(monday)
    expect(await lead(id)).toMatchObject({ responseDueAt: at("2026-11-16T11:00Z") })
    await act(moveTarget, { targetId: fair.targetId, to: "up" as const })
    await workAt(monday)
    expect(await lead(id)).toMatchObject({ responseDueAt: at("2026-11-16T13:00Z") })
    await act(editTarget, EditTarget.parse({ ...typed, source: "web", responseHours: "0.5", targetId: fair.targetId, version: 1 }))
    await workAt(monday)
    expect(await lead(id)).toMatchObject({ responseDueAt: at("2026-11-16T09:30Z") })
    await act(removeTarget, fair)
    await act(removeTarget, { targetId })
    await workAt(monday)
    expect(await lead(id)).toMatchObject({ responseDueAt: at("2026-11-16T17:00Z"), decisionDueAt: at("2026-11-27T17:00Z") })
  })

  test("two for the same leads are refused, and so is one for nobody in particular; the last one stays", async () => {
    const { targetId } = await act(addTarget, AddTarget.parse({ ...typed, rating: "cold" }))
    await expect(act(addTarget, AddTarget.parse({ ...typed, rating: "cold" }))).rejects.toMatchObject({
      fields: { rating: expect.any(String) },
    })
    await expect(act(addTarget, AddTarget.parse(typed))).rejects.toMatchObject({ code: "invalid" })
    const [last] = (await listTargets()).slice(-1)
    await expect(act(removeTarget, { targetId: last?.id ?? "" })).rejects.toMatchObject({ code: "conflict" })
    await act(editTarget, EditTarget.parse({ ...typed, rating: "hot", decisionDays: "", targetId: last?.id, version: last?.version }))
    expect((await listTargets()).at(-1)).toMatchObject({ rating: null, source: null, responseHours: 2, decisionDays: null })
    await act(
      editTarget,
      EditTarget.parse({
        ...typed,
        responseHours: "8",
        warnAt: "75",
        decisionDays: "",
        targetId: last?.id,
        version: (last?.version ?? 0) + 1,
      }),
    )
    await expect(act(editTarget, EditTarget.parse({ ...typed, targetId: last?.id, version: 1 }))).rejects.toMatchObject({
      code: "conflict",
    })
    await act(removeTarget, { targetId })
  })

  test.each([
    [{ responseHours: "soon" }, "responseHours"],
    [{ responseHours: "0" }, "responseHours"],
    [{ decisionDays: "-1" }, "decisionDays"],
    [{ warnAt: "100" }, "warnAt"],
    [{ rating: "boiling" }, "rating"],
  ])("%j is refused at its field", (given, field) => {
    expect(AddTarget.safeParse({ ...typed, rating: "hot", ...given }).error?.issues[0]?.path).toEqual([field])
  })
})
