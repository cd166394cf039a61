import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { inZone } from "@/lib/platform/testing-zone"
import { aLead, anOpportunity, aStaff, disqualify, lose, qualify, win } from "@/prisma/makers"
import { foldSalesTally } from "../fold-tally"
import { watchTimers } from "../timers/watch-timers"
import { arrivedSince } from "./conditions"
import { leadsHref } from "./links"
import { lookAtMyWork } from "./my-work"
import { countAt, figuresIn, figuresOf } from "./testing-dashboard"

// A Sunday afternoon in London, in Auckland the Monday after.
const now = new Date("2026-11-22T15:00:00Z")
const at = (text: string) => new Date(`${text}Z`)
let maja: Staff
let priya: Staff

/** Just before and just after a midnight of Berlin, of UTC and of Los Angeles, at the beginnings of weeks and months. */
const around = [
  "2026-11-15",
  "2026-11-08",
  "2026-10-25",
  "2026-08-30",
  "2026-05-24",
  "2025-11-23",
  "2026-10-31",
  "2026-08-31",
  "2025-11-30",
].flatMap((day) => {
  const next = new Date(at(`${day}T00:00`).getTime() + 86_400_000).toISOString().slice(0, 10)
  return [`${day}T14:30`, `${day}T18:20`, `${day}T22:30`, `${day}T23:30`, `${next}T00:30`, `${next}T07:30`, `${next}T08:30`]
})

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  for (const [place, moment] of around.entries()) {
    const lead = await aLead({ country: ["PT", "DE"][place % 2] }, at(moment))
    if (place % 3 === 0) await db.lead.update({ where: { id: lead.id }, data: { country: null } })
    if (place % 2) await db.lead.update({ where: { id: lead.id }, data: { ownerId: maja.id, ownerName: maja.name, source: "trade_show" } })
  }
  // Decided at the same hours, of what came in long before.
  for (const [place, moment] of around.entries()) {
    const before = at("2025-10-01T12:00")
    if (place % 4 === 0) await disqualify(priya, (await aLead({}, before)).id, { statusReason: "canceled" }, at(moment))
    if (place % 4 === 1) await win(maja, (await anOpportunity(maja, {}, before)).id, {}, at(moment))
    if (place % 4 === 2) await lose(maja, (await anOpportunity(maja, {}, before)).id, { statusReason: "out_sold" }, at(moment))
    if (place % 4 === 3) await qualify(priya, (await aLead({}, at(moment))).id, {}, at(moment))
  }
  while (await watchTimers(() => now));
}, 120_000)

describe.each(["Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Auckland", "Europe/London"])(
  "on the calendar of %s",
  (zone) => {
    test.each([4, 12, 26, 52] as const)("over %d weeks each number is the count of the list that it leads to", (weeks) =>
      inZone(zone, async () => {
        for (const whose of ["everybody", { owner: maja.id }, { owner: null }] as const) {
          const figures = figuresIn(await figuresOf(whose, weeks, now))
          expect(figures.some(({ n }) => n > 0)).toBe(true)
          for (const { n, href } of figures) expect([href, n]).toEqual([href, await countAt(href, priya.id, now)])
        }
      }),
    )

    test("so is what came in since the last visit", () =>
      inZone(zone, async () => {
        const seller = await aStaff("seller")
        await lookAtMyWork(seller.id, at("2026-11-15T20:00"))
        const { since, arrivedCount, arrived } = await lookAtMyWork(seller.id, now)
        expect(arrivedCount).toBe(await countAt(leadsHref("open", "everybody", arrivedSince(since)), priya.id, now))
        expect(arrived).toHaveLength(Math.min(8, arrivedCount))
      }))
  },
)

test("one instant is in another week in Berlin than in Los Angeles, folded or not", async () => {
  const weekly = (zone: string) =>
    inZone(zone, async () => (await figuresOf("everybody", 4, now)).weeks.map(({ from, cameIn }) => [from, cameIn.n]))
  const told = [await weekly("Europe/Berlin"), await weekly("UTC"), await weekly("America/Los_Angeles")]
  expect(told.map((weeks) => weeks.at(-1)?.[0])).toEqual(["2026-11-16", "2026-11-16", "2026-11-16"])
  const [berlin, utc, angeles] = told.map((weeks) => Number(weeks.at(-1)?.[1]))
  expect(berlin).toBeGreaterThan(utc ?? 0)
  expect(utc).toBeGreaterThan(angeles ?? 0)
  while (await foldSalesTally());
  expect([await weekly("Europe/Berlin"), await weekly("UTC"), await weekly("America/Los_Angeles")]).toEqual(told)
})

test("on a Monday in Auckland the week is a new one, while it is Sunday in London", async () => {
  const weeks = (zone: string) => inZone(zone, async () => (await figuresOf("everybody", 4, now)).weeks.map(({ from }) => from).at(-1))
  expect([await weeks("Pacific/Auckland"), await weeks("Europe/London")]).toEqual(["2026-11-23", "2026-11-16"])
})
