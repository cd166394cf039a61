import { beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { addNote } from "@/lib/sales/activities/add-note"
import { getCarriedOver } from "@/lib/sales/leads/carried-over"
import { getLeadWork } from "@/lib/sales/leads/get-lead-work"
import { getLead } from "@/lib/sales/leads/queries"
import { addStakeholder } from "@/lib/sales/stakeholders/edit-stakeholders"
import { aLead, anOpportunity, aStaff, lose, qualify, reopen, undo, win } from "@/prisma/makers"
import { getDesk } from "./conversion/get-desk"
import { listReceipts } from "./receipts"
import { getSharedOpportunity } from "./shared-opportunity"

let maja: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
})

const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000)

test("a decision is told for ever on every record that it touched, with its reversal", async () => {
  const opportunity = await anOpportunity(maja)
  const account = await db.account.findUniqueOrThrow({ where: { id: opportunity.accountId } })
  const lead = await aLead({ phone: "+351220000000" })
  const { decisionId, contactId } = await qualify(maja, lead.id, { accountId: account.id, accountPicks: ["phone"] })
  for (const id of [lead.id, account.id, contactId, account.customerId ?? "", lead.prospectId ?? ""])
    expect((await listReceipts(id)).map((receipt) => receipt.id)).toContain(decisionId)
  const [receipt] = await listReceipts(lead.id)
  expect(receipt).toMatchObject({
    kind: "qualify",
    actorName: "Maja Lindqvist",
    changed: [{ record: { id: account.id }, fields: [{ label: "Phone", from: account.phone, to: "+351220000000" }] }],
    mailed: [],
    reversal: null,
  })
  await undo(maja, decisionId)
  expect((await listReceipts(account.id)).find(({ id }) => id === decisionId)?.reversal).toMatchObject({
    how: "Undone",
    by: "Maja Lindqvist",
  })

  await lose(maja, opportunity.id)
  await reopen(maja, opportunity.id, minutesLater(5))
  await win(maja, opportunity.id, {}, minutesLater(6))
  const told = await listReceipts(opportunity.id)
  expect(told.map(({ kind, reversal }) => [kind, reversal?.how ?? null])).toEqual([
    ["win", null],
    ["lose", "Reopened"],
    ["qualify", null],
  ])
  expect(told[0]?.mailed).toMatchObject([{ title: "B2B prospect approved" }])
  expect(told[1]?.reversal).toMatchObject({ by: "Maja Lindqvist", reason: "They came back with better terms." })
})

test("everything that was there with a lead is listed with where it lives and is shown", async () => {
  const lead = await aLead()
  const act = <Input, Data>(deed: (ctx: Parameters<typeof addNote>[0], input: Input) => Promise<Data>, input: Input) =>
    inTransaction(maja, (ctx) => deed({ ...ctx, actor: maja }, input))
  await act(addNote, { about: "lead" as const, id: lead.id, text: "They buy through Vigo.", attachments: [], mentions: [] } as never)
  const stakeholder = {
    about: "lead" as const,
    id: lead.id,
    role: "champion" as const,
    name: "Rui Costa",
    email: null,
    note: null,
    contactId: null,
  }
  await act(addStakeholder, stakeholder as never)
  expect(await getCarriedOver(lead.id)).toBeNull()
  const { opportunityIds } = await qualify(maja, lead.id, { topic2: "Engines" })
  const carried = await getCarriedOver(lead.id)
  expect(carried?.items.map(({ kind, text }) => [kind, text]).sort()).toEqual([
    ["email", expect.stringContaining("We received your request")],
    ["note", "They buy through Vigo."],
    ["stakeholder", "Rui Costa"],
  ])
  expect(carried?.shownOn.map(({ kind }) => kind)).toEqual(["opportunity", "opportunity", "account", "contact"])
  expect(carried?.shownOn.map(({ id }) => id)).toEqual(expect.arrayContaining(opportunityIds))
})

test("the desk knows what matches a lead and what stands around that; for a decided lead there is none", async () => {
  const opportunity = await anOpportunity(maja, { taxId: "509218447" })
  await db.account.update({ where: { id: opportunity.accountId }, data: { taxId: "509218447" } })
  const { id } = await aLead({ taxId: "509218447", companyName: "Quite another name" })
  const detail = await getLead(id)
  if (!detail) throw new Error("no lead")
  const desk = await getDesk(await getLeadWork(maja, detail), maja, new Date())
  expect(desk?.accounts[0]).toMatchObject({ id: opportunity.accountId, verdict: "certain" })
  expect(desk?.known.opportunities).toMatchObject([{ id: opportunity.id, stage: "develop" }])
  expect(desk?.known.customers.length).toBeGreaterThan(0)
  await qualify(maja, id, { accountId: opportunity.accountId, opportunity: "attach", opportunityId: opportunity.id })
  const prospect = await db.prospect.findUniqueOrThrow({ where: { id: opportunity.prospectId ?? "" } })
  const joined = await db.prospect.findUniqueOrThrow({ where: { id: detail.prospectId ?? "" } })
  expect(await getSharedOpportunity(prospect)).toEqual({ others: [joined.number], goesOn: true })
  expect(await getSharedOpportunity(joined)).toEqual({ others: [prospect.number], goesOn: true })
})
