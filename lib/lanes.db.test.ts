import { beforeAll, describe, expect, test } from "vitest"
import { creditSource } from "@/lib/commerce/credit/list/credit-source"
import { customerSource } from "@/lib/commerce/customers/customer-source"
import { hierarchySource } from "@/lib/commerce/hierarchies/hierarchy-source"
import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import { db } from "@/lib/platform/db"
import { inLane } from "@/lib/platform/lane-query"
import { countWork, readLanes, readWork } from "@/lib/platform/lanes"
import { readListQuery } from "@/lib/platform/list-query"
import { countList, type ListSource, readList, readListed, readListOn } from "@/lib/platform/list-source"
import { accountSource } from "@/lib/sales/accounts/account-source"
import { contactSource } from "@/lib/sales/contacts/contact-source"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { aLead, anOpportunity, aStaff } from "@/prisma/makers"

const sources: ListSource[] = [
  ...[leadSource, opportunitySource, accountSource, contactSource],
  ...[prospectSource, customerSource, hierarchySource, creditSource],
]
const now = new Date("2026-11-22T12:00:00Z")
const many = 70
let viewerId = ""

beforeAll(async () => {
  const seller = await aStaff("seller", { name: "Maja Lindqvist" })
  viewerId = seller.id
  await anOpportunity(seller)
  for (let place = 0; place < many; place++) {
    const { id } = await aLead(
      { companyName: `Harbour ${place} Ltd`, country: place % 2 ? "PT" : "DE" },
      new Date(now.getTime() - place * 60_000),
    )
    const owner = place % 3 === 0 ? { ownerId: seller.id, ownerName: seller.name } : {}
    await db.lead.update({ where: { id }, data: { rating: place % 2 ? "hot" : "cold", ...owner } })
  }
})

describe.each(sources.map((source) => [source.shape.key, source] as const))("%s", (_, source) => {
  test("the lanes of every group hold each row of the view once, in the view's order", async () => {
    const { shape } = source
    for (const group of shape.groups)
      for (const as of ["board", "grid"]) {
        const query = readListQuery(shape, { view: "all", group, as })
        const whole = await countList(source, viewerId, query, now)
        const lanes = await readLanes(source, viewerId, query, group, now)
        const counts = await countWork(source, viewerId, query, now)
        expect({ total: counts?.total, isMore: counts?.isMore }, `${group} as ${as}`).toEqual(whole)
        for (const lane of lanes) {
          const asked = inLane(shape, query, lane.value)
          const { rows } = await readList(source, viewerId, asked, now)
          const { total } = counts?.lanes?.[lane.value] ?? { total: -1 }
          expect((await countList(source, viewerId, asked, now))?.total, `${group} ${lane.label}`).toBe(total)
          expect(lane.total, `${group} ${lane.label}`).toBe(Math.min(20, total))
          expect(lane.isMore, `${group} ${lane.label}`).toBe(total > 20)
          expect(lane.rows, `${group} ${lane.label}`).toEqual(rows.slice(0, 20))
          expect(lane.next === null, `${group} ${lane.label}`).toBe(total <= 20)
        }
      }
  })
})

test("a lane goes on where its first rows end", async () => {
  const query = readListQuery(leadSource.shape, { view: "all", group: "rating", as: "board" })
  const [hot] = await readLanes(leadSource, viewerId, query, "rating", now)
  const rest = await readListOn(
    leadSource,
    viewerId,
    inLane(leadSource.shape, query, "hot"),
    { after: hot?.next ?? null, before: null },
    now,
  )
  const all = [...(hot?.rows ?? []), ...rest.rows]
  const counts = await countWork(leadSource, viewerId, query, now)
  expect(all).toHaveLength(counts?.lanes?.hot?.total ?? 0)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})

test("people who own nothing have no lane, and nobody has one", async () => {
  const query = readListQuery(leadSource.shape, { view: "all", group: "owner", as: "board" })
  const lanes = await readLanes(leadSource, viewerId, query, "owner", now)
  expect(lanes.map(({ label }) => label)).toEqual(["Unassigned", "Maja Lindqvist"])
})

test("the end of a list is walked from the other side, and meets the beginning", async () => {
  const query = readListQuery(leadSource.shape, { view: "all" })
  const end = await readListOn(leadSource, viewerId, query, { after: null, before: null, isEnd: true }, now)
  const before = await readListOn(leadSource, viewerId, query, { after: null, before: end.previous }, now)
  const first = await readList(leadSource, viewerId, query, now)
  const counted = await countList(leadSource, viewerId, query, now)
  const ids = [...before.rows, ...end.rows].map(({ id }) => id)
  expect(end.next).toBeNull()
  expect(before.place).toBe(1)
  expect(ids).toHaveLength(counted?.total ?? 0)
  expect(ids.slice(0, 50)).toEqual(first.rows.map(({ id }) => id))
})

test("rows are read again by id, and those that left the view are not among them", async () => {
  const query = readListQuery(leadSource.shape, { view: "my-open" })
  const { rows } = await readWork(leadSource, viewerId, query, now)
  const [mine] = rows
  const others = await db.lead.findFirstOrThrow({ where: { ownerId: null }, select: { id: true } })
  expect(await readListed(leadSource, viewerId, query, [mine?.id ?? "", others.id], now)).toEqual([mine])
})
