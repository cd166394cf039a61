import { expect, test } from "vitest"
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
  expect(counts.prospects).toEqual({ pending: 6, approved: 2, rejected: 2, withdrawn: 0 })
})

test("the foot of the navigation says how the maps stand", async () => {
  const noor = await aStaff("administrator")
  expect((await getOfficeCounts(noor.id)).integration).toMatchObject({ word: "Running" })
  await runMap(noor, "accounts_customers", "stop")
  expect((await getOfficeCounts(noor.id)).integration).toMatchObject({ word: "Not running", text: "1 of 4 maps off" })
})
