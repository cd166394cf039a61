import { beforeAll, beforeEach, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { filterText } from "@/lib/platform/filter"
import { readListQuery } from "@/lib/platform/list-query"
import { listingOf } from "@/lib/platform/list-source"
import { aLead, aStaff } from "@/prisma/makers"
import { leadSource } from "../leads/lead-source"
import { leadList } from "../leads/views"
import { discardRules, publishRules, restoreRules, saveRules } from "./change-rules"
import { matchRules } from "./condition-sql"
import { getRuleSet, getRuleVersion } from "./queries"
import { aRule, draftVersionOf, publish, save } from "./testing-rules"

let priya: Staff
let ada: Staff

beforeAll(async () => {
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  ada = await aStaff("administrator", { name: "Ada King" })
})

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run`
})

const points = (n: number) => ({ points: n })
const kind = "scoring" as const

test("a draft does not hold; a published version does, with a number, who, when and what changed", async () => {
  const rule = aRule(points(15), ["country", "is", "DE"], { name: "Germans" })
  await save(priya, kind, [rule])
  expect(await getRuleSet(kind)).toMatchObject({ published: null, isChanged: true, draft: { rules: [rule] } })
  await publish(priya, kind, [rule])
  const set = await getRuleSet(kind)
  expect(set).toMatchObject({ isChanged: false, published: { number: 1, actorName: "Priya Raman" } })
  expect(set.versions[0]?.changes).toEqual(["Added “Germans”. When Country/region is Germany: +15 points."])
  expect(await db.auditEntry.count({ where: { move: { in: ["rules.save", "rules.publish"] }, recordLabel: "Lead scoring" } })).toBe(3)
})

test("an earlier version can be read, and brought back as the next one", async () => {
  const [one, two] = [aRule(points(1)), aRule(points(2))]
  await publish(priya, kind, [one])
  await publish(ada, kind, [two])
  expect((await getRuleVersion(kind, 1))?.book.rules).toEqual([one])
  const draftVersion = await draftVersionOf(kind)
  const restore = () => inTransaction(priya, (ctx) => restoreRules({ ...ctx, actor: priya }, { kind, draftVersion, number: 1 }))
  expect(await restore()).toMatchObject({ number: 3 })
  const set = await getRuleSet(kind)
  expect(set).toMatchObject({ isChanged: false, draft: { rules: [one] }, published: { number: 3, restored: 1 } })
  expect(set.versions[0]?.changes[0]).toBe("Restored version 1.")
  await expect(restore()).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("Priya Raman brought earlier rules back"),
  })
})

test("a draft that is thrown away says again what holds", async () => {
  const rule = aRule(points(1))
  await publish(priya, kind, [rule])
  await save(priya, kind, [])
  const draftVersion = await draftVersionOf(kind)
  await inTransaction(priya, (ctx) => discardRules({ ...ctx, actor: priya }, { kind, draftVersion }))
  expect(await getRuleSet(kind)).toMatchObject({ isChanged: false, draft: { rules: [rule] } })
})

test("what is wrong with a draft is told by its place, and nothing is kept", async () => {
  const rule = aRule(points(0), null, { name: "" })
  await expect(save(priya, kind, [rule])).rejects.toMatchObject({
    code: "invalid",
    fields: { [`${rule.id}.name`]: "Give the rule a name", [`${rule.id}.points`]: "A rule without points does nothing" },
  })
  expect(await db.ruleSet.count()).toBe(0)
})

test("publishing what holds already makes no version", async () => {
  await publish(priya, kind, [aRule(points(1))])
  const draftVersion = await draftVersionOf(kind)
  await expect(inTransaction(priya, (ctx) => publishRules({ ...ctx, actor: priya }, { kind, draftVersion }))).rejects.toMatchObject({
    code: "conflict",
    message: "Nothing was changed since the version that holds.",
  })
  expect(await db.ruleVersion.count()).toBe(1)
})

test("whoever may not change rules is told who can", async () => {
  const maja = await aStaff("seller")
  await expect(save(maja, kind, [])).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("A Sales manager or Administrator can"),
  })
})

test("two who publish at once: one version, and the other reads who was faster", async () => {
  for (let round = 0; round < 8; round++) {
    await save(priya, kind, [aRule(points(round + 1))])
    const [draftVersion, before] = [await draftVersionOf(kind), await db.ruleVersion.count()]
    const deeds = [priya, ada].map((staff) => inTransaction(staff, (ctx) => publishRules({ ...ctx, actor: staff }, { kind, draftVersion })))
    const settled = await Promise.allSettled(deeds)
    const refused = settled.flatMap((one) => (one.status === "rejected" ? [one.reason.message] : []))
    expect(refused).toEqual([expect.stringMatching(/^(Priya Raman|Ada King) published rules on .* Your change was not made/)])
    expect(await db.ruleVersion.count()).toBe(before + 1)
  }
})

test("two who save at once: one draft, and the other reads who was faster", async () => {
  const draftVersion = await draftVersionOf(kind)
  const rules = { priya: [aRule(points(1))], ada: [aRule(points(2))] }
  const deeds = [
    inTransaction(priya, (ctx) => saveRules({ ...ctx, actor: priya }, { kind, draftVersion, draft: { rules: rules.priya } })),
    inTransaction(ada, (ctx) => saveRules({ ...ctx, actor: ada }, { kind, draftVersion, draft: { rules: rules.ada } })),
  ]
  const settled = await Promise.allSettled(deeds)
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
})

test("a version is never changed and never deleted", async () => {
  await publish(priya, kind, [aRule(points(1))])
  await expect(db.$executeRaw`update sales.rule_version set actor_name = 'Nobody'`).rejects.toThrow(/written once/)
  await expect(db.$executeRaw`delete from sales.rule_version`).rejects.toThrow(/written once/)
})

test("one statement tells for each lead which rules hold, as the list's filter would", async () => {
  const leads = [
    await aLead({ country: "DE", companyName: "Contoso GmbH" }),
    await aLead({ country: "DE", website: null, comments: null }),
    await aLead({ country: "FR", companyName: "Fabrikam SA" }),
  ]
  const rules = [
    aRule(points(1), ["country", "is", "DE"]),
    aRule(points(1), ["and", ["country", "is", "DE"], ["website", "filled"]]),
    aRule(points(1), ["company", "contains", "contoso"]),
    aRule(points(1), ["or", ["comments", "empty"], ["country", "is-not", "DE"]]),
    aRule(points(1), null),
    aRule(points(1), ["status", "is", "new"], { isOn: false }),
    aRule(points(1), ["waiting", "last-days", "2"]),
  ]
  const matched = await matchRules(
    db,
    rules,
    leads.map(({ id }) => id),
    new Date(),
  )
  expect(leads.map(({ id }) => matched.get(id))).toEqual([
    [0, 1, 2, 4, 6],
    [0, 3, 4, 6],
    [3, 4, 6],
  ])
  const now = new Date()
  for (const [place, { when }] of rules.entries()) {
    if (!when || !rules[place]?.isOn) continue
    const { narrowed, from } = listingOf(leadSource, priya.id, readListQuery(leadList, { view: "all", f: filterText(when) }), now)
    for (const { id } of leads) {
      const rows = await db.$queryRaw<unknown[]>`select 1 from ${from} where ${narrowed[0]} and l.id = ${id}::uuid`
      expect(rows.length === 1, filterText(when)).toBe(matched.get(id)?.includes(place))
    }
  }
})
