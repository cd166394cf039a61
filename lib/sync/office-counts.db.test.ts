import { Client } from "pg"
import { expect, test, vi } from "vitest"
import { db } from "@/lib/platform/db"
import { readListQuery } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { leadList } from "@/lib/sales/leads/views"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { opportunityList } from "@/lib/sales/opportunities/views"
import { aLead, anOpportunity, aProspect, approve, aStaff, disqualify, lose, runMap, win } from "@/prisma/makers"
import { getOfficeCounts } from "./office-counts"

test("the counts beside the views are those that the views count", async () => {
  const maja = await aStaff("seller")
  const henrik = await aStaff("commerce_manager")
  expect(await getOfficeCounts(maja.id)).toMatchObject({ leads: { all: 0 }, opportunities: { open: 0 }, prospects: { pending: 0 } })

  for (let at = 0; at < 5; at++) await aLead()
  await disqualify(maja, (await aLead()).id)
  await anOpportunity(maja)
  await win(maja, (await anOpportunity(maja)).id)
  await lose(maja, (await anOpportunity(maja)).id)
  await approve(henrik, (await aProspect()).id)

  const counts = await getOfficeCounts(maja.id)
  const now = new Date()
  for (const [view, count] of Object.entries(counts.leads))
    expect([view, (await readList(leadSource, maja.id, readListQuery(leadList, { view }), now)).total]).toEqual([view, count])
  for (const [view, count] of Object.entries(counts.opportunities))
    expect([view, (await readList(opportunitySource, maja.id, readListQuery(opportunityList, { view }), now)).total]).toEqual([view, count])
  expect(counts.leads.all).toBe(10)
  expect(counts.opportunities).toEqual({ "my-open": 1, open: 1, won: 2, lost: 1, all: 4 })
  expect(counts.prospects).toEqual({ pending: 6, approved: 2, rejected: 2, withdrawn: 0, merged: 0 })
})

test("the foot of the navigation says how the maps stand", async () => {
  const noor = await aStaff("administrator")
  expect((await getOfficeCounts(noor.id)).integration).toMatchObject({ word: "Running" })
  await runMap(noor, "accounts_customers", "stop")
  expect((await getOfficeCounts(noor.id)).integration).toMatchObject({ word: "Not running", text: "1 of 4 maps off" })
})

test("without a worker a reader folds what waits, exact all along, and waits for nobody who folds", async () => {
  const maja = await aStaff("seller")
  const { id } = await aLead()
  const waiting = async () => (await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from sales.lead_delta`)[0]?.n ?? 0
  // Each is a change by itself, as of so many people.
  const change = `update sales.lead set source = case when n % 2 = 1 then 'web' else 'partner' end::sales.lead_source where id = '${id}'`
  await db.$executeRawUnsafe(`do $$ begin for n in 1..400 loop ${change}; end loop; end $$`)
  expect(await waiting()).toBeGreaterThan(800)

  const folder = new Client({ connectionString: process.env.DATABASE_URL })
  await folder.connect()
  await folder.query("begin; select pg_advisory_xact_lock(hashtext('sales.fold_tally'))")
  const before = await getOfficeCounts(maja.id)
  expect(before.leads.all).toBe(await db.lead.count())
  expect(await getOfficeCounts(maja.id)).toEqual(before)
  expect(await waiting()).toBeGreaterThan(800)
  await folder.query("commit")
  await folder.end()

  expect(await getOfficeCounts(maja.id)).toEqual(before)
  await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 5000 })
  expect(await getOfficeCounts(maja.id)).toEqual(before)
})
