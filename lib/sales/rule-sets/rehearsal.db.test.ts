import { beforeAll, beforeEach, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aLead, aStaff, disqualify, qualify } from "@/prisma/makers"
import { type AssignmentRehearsal, rehearseAssignment } from "../assignment/rehearse"
import { runMatching } from "../matching/run-matching"
import type { ScoringRehearsal } from "../scoring/rehearse"
import type { RuleKind } from "./kinds"
import { openRules } from "./queries"
import { mostMatched } from "./rehearsal"
import { rehearseRules } from "./rehearse-rules"
import type { Rule } from "./rule"
import { runNextRuleRun } from "./run-rule-runs"
import { aRule, publish } from "./testing-rules"

let priya: Staff
let maja: Staff
let tomas: Staff

beforeAll(async () => {
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  maja = await aStaff("seller", { name: "Maja" })
  tomas = await aStaff("seller", { name: "Tomás" })
})

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run`
  await db.lead.updateMany({ data: { createdAt: new Date("2020-01-01T00:00:00Z") } })
})

const begin = (kind: RuleKind, rules: readonly Rule[], settings: unknown = undefined) =>
  inTransaction(priya, (ctx) => rehearseRules({ ...ctx, actor: priya }, { kind, draft: { rules, settings } }))
const drain = async () => {
  while (await runNextRuleRun()) {}
}
const sow = (count: number, name: string) => db.$executeRaw`
  insert into sales.lead (id, topic, first_name, last_name, company_name, created_at)
  select gen_random_uuid(), 't', 'a', 'b', ${name} || ' ' || n, now() - interval '1 day' * (n % 7) from generate_series(1, ${count}::int) n`
async function rehearse<Found>(kind: RuleKind, rules: readonly Rule[], settings?: unknown): Promise<Found> {
  await begin(kind, rules, settings)
  await drain()
  return (await openRules(kind, {})).rehearsal?.found as Found
}
const state = () =>
  Promise.all([db.lead.findMany({ orderBy: { id: "asc" } }), db.auditEntry.count(), db.notification.count(), db.mail.count()])

test("a rehearsal of assignment counts for each person and compares with today's owners, and does nothing", async () => {
  const [one, two, three] = [await aLead(), await aLead(), await aLead({ country: "FR" })]
  await db.lead.update({ where: { id: one.id }, data: { ownerId: tomas.id, ownerName: "Tomás" } })
  await db.lead.update({ where: { id: two.id }, data: { ownerId: priya.id, ownerName: "Priya Raman" } })
  const before = await state()
  const effect = { way: "turn", personIds: [maja.id, tomas.id], inHours: true, otherwise: "stay" }
  const found = await rehearse<AssignmentRehearsal>("assignment", [aRule(effect, ["country", "is", "PT"], { name: "Portugal" })])
  expect(found).toMatchObject({ judged: 3, given: { [maja.id]: 1, [tomas.id]: 1 }, unmatched: 1, same: 1, other: 1, unowned: 0 })
  // The newest is asked first.
  expect(found.list).toEqual([
    { id: two.id, label: two.companyName, rule: "Portugal", would: "Maja", did: "Priya Raman", isSame: false },
    { id: one.id, label: one.companyName, rule: "Portugal", would: "Tomás", did: "Tomás", isSame: true },
  ])
  expect(await state()).toEqual(before)
  expect(three.country).toBe("FR")
})

test("leads are judged as they stood when they arrived: New, nobody's, fresh, with the score of today's rules", async () => {
  await publish(priya, "scoring", [aRule({ points: 80 }, ["country", "is", "PT"])])
  const decided = await aLead()
  await qualify(maja, decided.id)
  const effect = { way: "person", personIds: [maja.id], inHours: false, otherwise: "next" }
  const matches = async (when: Rule["when"]) =>
    (await rehearse<AssignmentRehearsal>("assignment", [aRule(effect, when)])).given[maja.id] ?? 0
  expect(await matches(["and", ["status", "is", "new"], ["owner", "empty"], ["closed", "empty"]])).toBe(1)
  expect(await matches(["status", "is", "qualified"])).toBe(0)
  expect(await matches(["waiting", "last-days", "0"])).toBe(1)
  expect(await matches(["created", "older-days", "0"])).toBe(0)
  expect(await matches(["score", "at-least", "80"])).toBe(1)
  expect(await matches(["grade", "is", "b", "c", "d"])).toBe(0)
})

test("a rehearsal of scoring tells how grades and decisions go together", async () => {
  const [good, bad] = [await aLead(), await aLead({ country: "FR" })]
  await aLead({ country: "FR" })
  await qualify(maja, good.id)
  await disqualify(maja, bad.id)
  const rule = aRule({ points: 90 }, ["country", "is", "PT"])
  const found = await rehearse<ScoringRehearsal>("scoring", [rule, aRule({ points: 5 })])
  expect(found.grades).toMatchObject({ a: { open: 0, qualified: 1, disqualified: 0 }, d: { open: 1, qualified: 0, disqualified: 1 } })
  expect(found).toMatchObject({ judged: 3, changed: 3, byRule: { [rule.id]: 1 } })
  expect(found.list.map(({ would }) => would)).toEqual([5, 5, 95])
})

test("leads older than ninety days are left out, and another rehearsal ends the one before", async () => {
  const old = await aLead({}, new Date(Date.now() - 91 * 86_400_000))
  await aLead()
  const effect = { points: 5 }
  await begin("scoring", [aRule(effect)])
  const found = await rehearse<ScoringRehearsal>("scoring", [aRule(effect)])
  expect(found.judged).toBe(1)
  expect(found.list.map(({ id }) => id)).not.toContain(old.id)
  expect((await db.ruleRun.findMany({ orderBy: { startedAt: "asc" } })).map((run) => run.state)).toEqual(["canceled", "done"])
})

test("many are rehearsed piece by piece, each once, whoever dies in between", async () => {
  await sow(1203, "Many")
  await begin("scoring", [aRule({ points: 60 })])
  await runNextRuleRun()
  expect(await db.ruleRun.findFirstOrThrow()).toMatchObject({ state: "running", done: 500, total: 1203 })
  await Promise.all([drain(), drain()])
  const { rehearsal } = await openRules("scoring", {})
  expect(rehearsal).toMatchObject({ state: "done", done: 1203, found: { judged: 1203, changed: 1203, grades: { b: { open: 1203 } } } })
  expect((rehearsal?.found ?? {}) as Partial<ScoringRehearsal>).toHaveProperty("list.length", 200)
  await db.lead.deleteMany({ where: { companyName: { startsWith: "Many " } } })
})

test("policies are rehearsed in smaller pieces: each lead may be compared with the whole house", async () => {
  await sow(130, "Few")
  await begin("policy", [aRule({ do: "second", moves: ["win"] })])
  await runNextRuleRun()
  expect(await db.ruleRun.findFirstOrThrow()).toMatchObject({ state: "running", done: 100, total: 130 })
  await drain()
  expect((await openRules("policy", {})).rehearsal).toMatchObject({ state: "done", done: 130, found: { judged: 130, second: 130 } })
  await db.lead.deleteMany({ where: { companyName: { startsWith: "Few " } } })
})

test("all leads of a rehearsal are judged by the scoring rules that held when it began", async () => {
  await sow(620, "Scored")
  await publish(priya, "scoring", [aRule({ points: 80 })])
  await drain()
  const effect = { way: "person", personIds: [maja.id], inHours: false, otherwise: "next" }
  await begin("assignment", [aRule(effect, ["score", "at-least", "80"])])
  await runNextRuleRun()
  expect(await db.ruleRun.findFirstOrThrow({ where: { work: "rehearse" } })).toMatchObject({ state: "running", done: 500 })
  await publish(priya, "scoring", [aRule({ points: 5 })])
  await drain()
  const { rehearsal } = await openRules("assignment", {})
  expect(rehearsal).toMatchObject({ state: "done", found: { judged: 620, given: { [maja.id]: 620 }, unmatched: 0 } })
  await db.lead.deleteMany({ where: { companyName: { startsWith: "Scored " } } })
})

test("rules that are all off are not rehearsed", async () => {
  await expect(begin("scoring", [aRule({ points: 1 }, null, { isOn: false })])).rejects.toMatchObject({ code: "conflict" })
})

test("whether a lead had possible duplicates is asked as of its arrival, also of one that was qualified since", async () => {
  const day = (n: number) => new Date(Date.now() - n * 86_400_000)
  const own = (n: number) => ({ phone: `+35122210${n}0${n}`, street: `Rua dos Remos ${n}`, postalCode: `420${n}-10${n}`, website: null })
  const firm = { companyName: "Velaria Quixada Sul, Lda.", taxId: "509442013" }
  const first = await aLead({ ...firm, ...own(1), email: "ana@quixada.example" }, day(9))
  const second = await aLead({ ...firm, ...own(2), email: "rui@quixada.example", firstName: "Rui" }, day(7))
  const alone = await aLead({ companyName: "Tanoaria Zimbreira", ...own(3), email: "eva@zimbreira.example", firstName: "Eva" }, day(5))
  await qualify(maja, first.id, {}, day(6))
  while (await runMatching()) {}
  const effect = { way: "person", personIds: [maja.id], inHours: false, otherwise: "next" }
  const held = async (answer: "yes" | "no") =>
    (await rehearse<AssignmentRehearsal>("assignment", [aRule(effect, ["duplicates", answer])])).list.map(({ id }) => id).sort()
  expect(await held("yes")).toEqual([second.id])
  expect(await held("no")).toEqual([first.id, alone.id].sort())

  // Where there is no room left to look it up, it is not known, and says so.
  await begin("assignment", [aRule(effect, ["and", ["duplicates", "yes"], ["company", "contains", "Quixada"]])])
  await db.ruleRun.updateMany({
    where: { state: "running" },
    data: { result: { cursor: null, found: rehearseAssignment.first, looked: mostMatched, unknown: 0 } },
  })
  await drain()
  const { rehearsal } = await openRules("assignment", {})
  expect(rehearsal).toMatchObject({ unknown: 2, found: { judged: 1, unmatched: 1 } })
})
