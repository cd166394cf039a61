import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aLead, anOpportunity, aStaff, disqualify, lose, qualify, win } from "@/prisma/makers"
import { assignLead } from "../leads/assign-lead"
import { watchTimers } from "../timers/watch-timers"
import { arrivedSince } from "./conditions"
import { leadsHref, type Whose } from "./links"
import { lookAtMyWork } from "./my-work"
import type { Weeks } from "./period"
import { quantileHours } from "./quantile"
import { countAt, figuresIn, figuresOf } from "./testing-dashboard"
import { readTimerFigures } from "./timer-figures"

const now = new Date("2026-11-22T15:00:00Z")
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
let maja: Staff
let tomás: Staff
let priya: Staff

const countHere = (href: string) => countAt(href, priya.id, now)
const dashboard = (whose: Whose, weeks: Weeks) => figuresOf(whose, weeks, now)

async function assign(leadId: string, owner: Staff): Promise<void> {
  await inTransaction(priya, (ctx) => assignLead({ ...ctx, actor: priya }, { leadId, ownerId: owner.id }))
}

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomás = await aStaff("seller", { name: "Tomás Herrera" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  const hours = [0.01, 1.2, 6.9, 7, 9.99, 10.01, 20, 27.4, 33, 60, 83.7, 84, 170, 300, 363, 364, 400]
  for (const [at, days] of hours.entries()) {
    const lead = await aLead({ country: ["PT", "DE", "US"][at % 3] }, ago(days))
    if (at % 4 === 1) await db.lead.update({ where: { id: lead.id }, data: { source: "trade_show", country: at % 8 === 1 ? null : "BR" } })
    if (at % 3 === 0) await assign(lead.id, at % 2 ? maja : tomás)
    if (at % 5 === 0) await db.lead.update({ where: { id: lead.id }, data: { statusReason: "contacted" } })
    if (at % 7 === 3) await disqualify(priya, lead.id, { statusReason: at % 2 ? "cannot_contact" : "canceled" }, ago(days / 2))
    if (at % 7 === 5) await qualify(priya, lead.id, {}, ago(days / 2))
  }
  await win(maja, (await anOpportunity(maja, {}, ago(50))).id, {}, ago(20))
  await win(maja, (await anOpportunity(maja, {}, ago(3))).id, {}, ago(1))
  await lose(tomás, (await anOpportunity(tomás, {}, ago(30))).id, { statusReason: "out_sold" }, ago(2))
  const proposed = await anOpportunity(tomás, {}, ago(15))
  await db.opportunity.update({ where: { id: proposed.id }, data: { stage: "propose" } })
  while (await watchTimers(() => now));
})

describe.each([4, 12, 26, 52] as const)("over %d weeks", (weeks) => {
  test("each number is the count of the list that it leads to", async () => {
    const figures = figuresIn(await dashboard("everybody", weeks))
    expect(figures.length).toBeGreaterThan(60)
    expect(figures.filter(({ n }) => n > 0).length).toBeGreaterThan(25)
    for (const { n, href } of figures) expect([href, await countHere(href)]).toEqual([href, n])
  })

  test("so it is for one seller, and for what nobody owns", async () => {
    for (const owner of [maja.id, tomás.id, null]) {
      for (const { n, href } of figuresIn(await dashboard({ owner }, weeks))) expect([href, await countHere(href)]).toEqual([href, n])
    }
  })
})

test("the numbers themselves are those of the town", async () => {
  const figures = await dashboard("everybody", 12)
  expect(figures.funnel.map(({ label, figure }) => [label, figure.n])).toEqual([
    ["Came in", await db.lead.count({ where: { createdAt: { gte: new Date("2026-08-31T00:00:00Z") } } })],
    ["Taken up", await db.lead.count({ where: { createdAt: { gte: new Date("2026-08-31T00:00:00Z") }, statusReason: { not: "new" } } })],
    ["Qualified", await db.lead.count({ where: { createdAt: { gte: new Date("2026-08-31T00:00:00Z") }, state: "qualified" } })],
    ["Proposed", 3],
    ["Won", 2],
  ])
  expect(figures.won.n).toBe(2)
  expect(figures.lost.n).toBe(1)
  expect(figures.reasons.find(({ label }) => label === "Out-Sold")?.figure.n).toBe(1)
  expect(figures.sellers.map(({ name }) => name)).toEqual(expect.arrayContaining(["Maja Lindqvist", "Tomás Herrera", null]))
  expect(figures.sellers.at(-1)?.name).toBeNull()
  expect(figures.weeks).toHaveLength(12)
  expect(figures.months).toHaveLength(12)
})

test("the database and the median read the same scale", async () => {
  for (const hours of [0.01, 0.5, 1, 3, 23.9, 48, 240, 2000, 17_000]) {
    const [told] = await db.$queryRaw<{ step: number }[]>`
      select sales.wait_step(${now}, ${new Date(now.getTime() + hours * 3_600_000)}) as step`
    const steps = [{ step: told?.step ?? -1, n: 1 }]
    const [least, most] = [quantileHours(steps, 0) ?? 0, quantileHours(steps, 1) ?? 0]
    expect(least).toBeLessThanOrEqual(hours + 0.001)
    expect(most).toBeGreaterThanOrEqual(hours - 0.001)
    expect((most + 1) / (least + 1)).toBeCloseTo(2 ** (1 / 8))
  }
})

test("an empty house has a dashboard of noughts", async () => {
  const nobody = await aStaff("seller")
  const figures = await dashboard({ owner: nobody.id }, 12)
  expect(figuresIn(figures).every(({ n }) => n === 0)).toBe(true)
  expect(figures.decisionHours).toBeNull()
})

describe("a seller's work", () => {
  test("is the queue, oldest first, what came in since the last visit, and the open opportunities by stage", async () => {
    const work = await lookAtMyWork(maja.id, now)
    const queue = await db.lead.findMany({ where: { ownerId: maja.id, state: "open" }, orderBy: { createdAt: "asc" }, take: 8 })
    expect(work.queue.map(({ id }) => id)).toEqual(queue.map(({ id }) => id))
    expect(work.since).toBe("2026-11-21")
    expect(await countHere(leadsHref("open", "everybody", arrivedSince(work.since)))).toBe(work.arrivedCount)
    expect(work.arrived.map(({ createdAt }) => createdAt)).toEqual([...work.arrived.map(({ createdAt }) => createdAt)].sort().reverse())
    expect((await lookAtMyWork(tomás.id, now)).opportunities.map(({ stage }) => stage)).toContain("propose")
  })

  test("a visit of several looks has one day before it", async () => {
    const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
    expect((await lookAtMyWork(priya.id, at(0))).since).toBe("2026-11-21")
    expect((await lookAtMyWork(priya.id, at(24))).since).toBe("2026-11-22")
    expect((await lookAtMyWork(priya.id, at(24.2))).since).toBe("2026-11-22")
    expect((await lookAtMyWork(priya.id, at(72))).since).toBe("2026-11-23")
  })
})

test("so are the numbers of the timers, of everybody, of one owner and of nobody", async () => {
  for (const whose of ["everybody", { owner: maja.id }, { owner: null }] as const) {
    const figures = figuresIn(await readTimerFigures(whose))
    expect(figures.some(({ n }) => n > 0)).toBe(true)
    for (const { n, href } of figures) expect([href, await countHere(href)]).toEqual([href, n])
  }
  const [response, decision] = await readTimerFigures("everybody")
  expect(response?.owners.at(-1)?.id).toBeNull()
  expect(decision?.all.breached.n).toBeGreaterThan(5)
  const { late, sellers } = await dashboard("everybody", 12)
  expect(late).toEqual(decision?.all.breached)
  expect(sellers.reduce((sum, seller) => sum + seller.late.n, 0)).toBe(late.n)
  for (const { undecided, late: overdue } of sellers) expect(undecided.n).toBeGreaterThanOrEqual(overdue.n)
})

test("where leads come from many countries, those with the fewest stand together, and so does their list", async () => {
  const many = ["AT", "BE", "CH", "CZ", "DK", "ES", "FI", "FR", "IT"]
  for (const country of many) await aLead({ country }, ago(1))
  const { countries } = await dashboard("everybody", 12)
  expect(countries.map(({ label }) => label).slice(10)).toEqual(["4 others"])
  expect(countries.at(-1)?.cameIn.n).toBe(4)
  for (const { n, href } of figuresIn(countries)) expect([href, await countHere(href)]).toEqual([href, n])

  for (const country of ["PT", "DE", "US"]) {
    const { id } = await aLead({ country }, ago(1))
    await db.lead.update({ where: { id }, data: { country: null } })
  }
  const unsaid = (await dashboard("everybody", 12)).countries
  expect(unsaid.slice(0, 10).map(({ label }) => label)).toContain("Not said")
  for (const { n, href } of figuresIn(unsaid)) expect([href, await countHere(href)]).toEqual([href, n])
})
