import { beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { readListQuery } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { runNextFact } from "@/lib/platform/run-facts"
import { whileHolding } from "@/lib/platform/testing-waits"
import { reactions } from "@/lib/reactions"
import { aLead, aStaff, disqualify, qualify, reactivate, undo } from "@/prisma/makers"
import { editLead } from "../leads/edit-lead"
import { leadSource } from "../leads/lead-source"
import { newLead } from "../leads/new-lead"
import { leadList } from "../leads/views"
import { runNextRuleRun } from "../rule-sets/run-rule-runs"
import { aRule, publish } from "../rule-sets/testing-rules"
import { getLeadScore } from "./get-lead-score"
import { gradeOf, scoreOf } from "./grades"
import { rescoreAged } from "./rescore-aged"
import { scoreQueued } from "./score-queued"

let priya: Staff

beforeAll(async () => {
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run, sales.score_queue, sales.lead_score`
  await db.$executeRaw`truncate platform.fact`
  await db.lead.updateMany({ data: { score: null, grade: null } })
})

const run = async (work: () => Promise<boolean>) => {
  while (await work()) {}
}
const react = () => run(() => runNextFact(reactions))
const rescore = () => run(() => runNextRuleRun())
const scored = async (id: string) => db.lead.findUniqueOrThrow({ where: { id }, select: { score: true, grade: true, version: true } })
const edit = (id: string, version: number, changes: Record<string, string>) =>
  inTransaction(priya, (ctx) => editLead({ ...ctx, actor: priya }, { id, version, changes, base: {} }))

const rules = () => [
  aRule({ points: 60 }, ["country", "is", "DE"], { name: "Germans" }),
  aRule({ points: 30 }, ["website", "filled"], { name: "Has a website" }),
  aRule({ points: 40 }, ["rating", "is", "hot"], { name: "Hot" }),
  aRule({ points: -70 }, ["company", "contains", "spam"], { name: "Spam" }),
]

test("many are scored in the order in which runs take them, wherever they lie", async () => {
  const [first, last] = [await aLead(), await aLead()]
  // It lies behind the other from now on.
  await db.lead.update({ where: { id: first.id }, data: { jobTitle: "Buyer" } })
  await publish(priya, "scoring", rules())
  await db.$executeRaw`insert into sales.score_queue (lead_id) values (${first.id}::uuid), (${last.id}::uuid)`
  const lock = (id: string) => (ctx: Ctx) => ctx.tx.$executeRaw`select 1 from sales.lead where id = ${id}::uuid for update`
  await whileHolding(lock(first.id), scoreQueued, lock(last.id))
  expect([(await scored(first.id)).score, (await scored(last.id)).score]).toEqual([30, 30])
})

describe("a score", () => {
  test.each([
    [-70, 0],
    [0, 0],
    [55, 55],
    [100, 100],
    [130, 100],
  ])("of %i points is %i", (points, score) => expect(scoreOf(points)).toBe(score))

  test.each([
    [100, "a"],
    [75, "a"],
    [74, "b"],
    [50, "b"],
    [49, "c"],
    [25, "c"],
    [24, "d"],
    [0, "d"],
  ])("of %i has grade %s", (score, grade) => expect(gradeOf(score, { a: 75, b: 50, c: 25 })).toBe(grade))
})

test("a lead is scored when it arrives, by every door, and says which rules made it", async () => {
  await publish(priya, "scoring", rules())
  await rescore()
  const submitted = await aLead({ country: "DE" })
  const { id: byHand } = await inTransaction(priya, (ctx) =>
    newLead(
      { ...ctx, actor: priya },
      {
        company: "By hand",
        firstName: "",
        lastName: "Silva",
        jobTitle: "",
        email: "",
        phone: "",
        website: "",
        country: "PT",
        topic: "",
        source: "other",
        rating: "hot",
      },
    ),
  )
  await react()
  expect(await scored(submitted.id)).toMatchObject({ score: 90, grade: "a", version: 1 })
  expect(await scored(byHand)).toMatchObject({ score: 40, grade: "c", version: 1 })
  expect(await getLeadScore(submitted.id)).toMatchObject({
    score: 90,
    grade: "a",
    version: 1,
    isCurrent: true,
    fired: [
      { name: "Germans", points: 60, sentence: "When Country/region is Germany: +60 points" },
      { name: "Has a website", points: 30 },
    ],
  })
})

test("sums are held within 0 and 100", async () => {
  await publish(priya, "scoring", rules())
  const [best, worst] = [await aLead({ country: "DE" }), await aLead({ companyName: "Spam Ltd.", website: null })]
  await db.lead.update({ where: { id: best.id }, data: { rating: "hot" } })
  await rescore()
  expect(await scored(best.id)).toMatchObject({ score: 100, grade: "a" })
  expect(await scored(worst.id)).toMatchObject({ score: 0, grade: "d" })
})

test("an edit has its lead scored again, without another version of the lead", async () => {
  await publish(priya, "scoring", rules())
  const lead = await aLead({ country: "FR" })
  await react()
  await edit(lead.id, 1, { country: "DE" })
  await run(() => scoreQueued())
  expect(await scored(lead.id)).toEqual({ score: 90, grade: "a", version: 2 })
  await edit(lead.id, 2, { website: "" })
  await run(() => scoreQueued())
  expect(await scored(lead.id)).toEqual({ score: 60, grade: "b", version: 3 })
  expect(await db.scoreQueue.count()).toBe(0)
})

test("publishing scores every open lead anew; closed ones keep what they had until they are open again", async () => {
  const [open, closed] = [await aLead({ country: "DE" }), await aLead({ country: "DE" })]
  await publish(priya, "scoring", rules())
  await rescore()
  await disqualify(priya, closed.id)
  await publish(priya, "scoring", [aRule({ points: 20 }, ["country", "is", "DE"])])
  await rescore()
  expect(await scored(open.id)).toMatchObject({ score: 20, grade: "d" })
  expect(await scored(closed.id)).toMatchObject({ score: 90 })
  expect(await getLeadScore(closed.id)).toMatchObject({ version: 1, isCurrent: false })
  await reactivate(priya, closed.id)
  await run(() => scoreQueued())
  expect(await scored(closed.id)).toMatchObject({ score: 20 })
})

test("thresholds are settings of the rules: another one grades anew", async () => {
  const lead = await aLead({ country: "DE" })
  await publish(priya, "scoring", rules(), { a: 95, b: 90, c: 10 })
  await rescore()
  expect(await scored(lead.id)).toMatchObject({ score: 90, grade: "b" })
})

test("rules that are all off take the scores away", async () => {
  const lead = await aLead({ country: "DE" })
  const all = rules()
  await publish(priya, "scoring", all)
  await rescore()
  await publish(
    priya,
    "scoring",
    all.map((rule) => ({ ...rule, isOn: false })),
  )
  await rescore()
  expect(await scored(lead.id)).toMatchObject({ score: null, grade: null })
  expect(await getLeadScore(lead.id)).toBeNull()
})

test("a scoring that is killed goes on where it stopped, and a newer version ends it", async () => {
  for (let n = 0; n < 3; n++) await aLead({ country: "DE" })
  await publish(priya, "scoring", rules())
  await db.$executeRaw`insert into sales.lead (id, topic, first_name, last_name, company_name, created_at, country)
    select gen_random_uuid(), 't', 'a', 'b', 'Many ' || n, now(), 'DE' from generate_series(1, 1200) n`
  await runNextRuleRun()
  const half = await db.ruleRun.findFirstOrThrow()
  expect(half).toMatchObject({ state: "running", done: 500 })
  await publish(priya, "scoring", [aRule({ points: 30 })])
  await rescore()
  expect(await db.ruleRun.findMany({ orderBy: { startedAt: "asc" }, select: { state: true, version: true } })).toEqual([
    { state: "canceled", version: 1 },
    { state: "done", version: 2 },
  ])
  expect(await db.lead.count({ where: { state: "open", OR: [{ score: null }, { score: { not: 30 } }] } })).toBe(0)
  await db.lead.deleteMany({ where: { companyName: { startsWith: "Many " } } })
})

test("two workers share the work: each lead ends with one score", async () => {
  for (let n = 0; n < 6; n++) await aLead({ country: n % 2 ? "DE" : "FR" })
  await publish(priya, "scoring", rules())
  await Promise.all([rescore(), rescore(), run(() => scoreQueued()), run(() => scoreQueued())])
  expect(await db.lead.count({ where: { state: "open", score: null } })).toBe(0)
})

test("scores that hang on an age are made anew once a day, others are not", async () => {
  const tomorrow = new Date(Date.now() + 25 * 3_600_000)
  await publish(priya, "scoring", rules())
  await rescore()
  expect(await rescoreAged(tomorrow)).toBe(false)
  const lead = await aLead()
  await publish(priya, "scoring", [aRule({ points: 40 }, ["waiting", "last-days", "1"])])
  await rescore()
  expect(await scored(lead.id)).toMatchObject({ score: 40 })
  expect(await rescoreAged(new Date())).toBe(false)
  expect(await rescoreAged(tomorrow)).toBe(true)
  expect(await rescoreAged(tomorrow)).toBe(false)
  await run(() => runNextRuleRun(() => tomorrow))
  expect(await scored(lead.id)).toMatchObject({ score: 0 })
})

test("an undone qualification leaves the score, and an edit at the same moment as the scoring is not lost", async () => {
  await publish(priya, "scoring", rules())
  const lead = await aLead({ country: "DE" })
  await react()
  const { decisionId } = await qualify(priya, lead.id)
  await undo(priya, decisionId)
  await run(() => scoreQueued())
  const { version } = await scored(lead.id)
  await Promise.all([edit(lead.id, version, { website: "" }), rescore(), run(() => scoreQueued())])
  await run(() => scoreQueued())
  expect(await scored(lead.id)).toMatchObject({ score: 60 })
})

test("the list sorts, filters and groups by score and grade", async () => {
  await db.lead.deleteMany({ where: { accountId: null, prospectId: null } })
  await publish(priya, "scoring", rules())
  const [high, low] = [await aLead({ country: "DE" }), await aLead({ country: "FR" })]
  await rescore()
  const ask = async (params: Record<string, string>) =>
    (await readList(leadSource, priya.id, readListQuery(leadList, { view: "open", ...params }), new Date())).rows
  const sorted = await ask({ sort: "score", cols: "company,score" })
  expect(sorted.findIndex(({ id }) => id === high.id)).toBeLessThan(sorted.findIndex(({ id }) => id === low.id))
  expect(sorted.find(({ id }) => id === high.id)?.cells[1]).toEqual([90, "A"])
  expect((await ask({ f: '["score","at-least","90"]' })).map(({ id }) => id)).toContain(high.id)
  expect((await ask({ f: '["score","between","20","40"]' })).map(({ id }) => id)).toContain(low.id)
  expect((await ask({ f: '["grade","is","a"]' })).map(({ id }) => id)).not.toContain(low.id)
})
