import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { whileHolding } from "@/lib/platform/testing-waits"
import { newAccount } from "@/lib/sales/accounts/new-account"
import { NewAccount } from "@/lib/sales/accounts/schema"
import { addStep, editStep, moveStep, removeStep } from "@/lib/sales/checklist/change-steps"
import { getChecklist, listSteps } from "@/lib/sales/checklist/queries"
import { tickStep } from "@/lib/sales/checklist/tick-step"
import { addCompetitor, editCompetitor, removeCompetitor } from "@/lib/sales/competitors/change-competitors"
import { getCompetitors } from "@/lib/sales/competitors/queries"
import { AddCompetitor, EditCompetitor } from "@/lib/sales/competitors/schema"
import { newContact } from "@/lib/sales/contacts/new-contact"
import { NewContact } from "@/lib/sales/contacts/schema"
import { newLead } from "@/lib/sales/leads/new-lead"
import { NewLead } from "@/lib/sales/leads/schema"
import { newOpportunity } from "@/lib/sales/opportunities/new-opportunity"
import { NewOpportunity } from "@/lib/sales/opportunities/schema"
import { anOpportunity, aStaff, lose, qualify, undo, win } from "@/prisma/makers"
import { brokenInvariants } from "./invariants"

let maja: Staff
let priya: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager")
})

type Deed<Input, Data> = (ctx: Parameters<typeof newLead>[0], input: Input) => Promise<Data>
const act = <Input, Data>(deed: Deed<Input, Data>, input: Input, staff = maja) =>
  inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }, input))
const rival = (opportunityId: string, name: string) => act(addCompetitor, AddCompetitor.parse({ opportunityId, name }))

describe("a lead by hand", () => {
  const typed = {
    company: "Kattegat Marina A/S",
    firstName: "Lars",
    lastName: "Holm",
    email: "Lars@Kattegat.example",
    country: "DK",
    phone: "32 12 34 56",
  }

  test("is owned by whoever made it, has no prospect, and is found like any other", async () => {
    const { id } = await act(newLead, NewLead.parse({ ...typed, website: "kattegat.example", source: "trade_show" }))
    expect(await db.lead.findUniqueOrThrow({ where: { id } })).toMatchObject({
      topic: "Lead: Kattegat Marina A/S",
      email: "lars@kattegat.example",
      phone: "+4532123456",
      source: "trade_show",
      fromCommerce: false,
      prospectId: null,
      ownerName: "Maja Lindqvist",
      nameKey: "kattegat marina",
      domain: "kattegat.example",
      searchText: expect.stringContaining("lars holm"),
    })
  })

  test("is qualified, won and undone without a prospect", async () => {
    const { id } = await act(newLead, NewLead.parse({ ...typed, email: "other@kattegat.example" }))
    const { opportunityId, decisionId } = await qualify(maja, id)
    await undo(maja, decisionId)
    expect(await db.opportunity.count({ where: { id: opportunityId ?? "" } })).toBe(0)
    const again = await qualify(maja, id)
    const { hierarchyNumber } = await win(maja, again.opportunityId ?? "")
    expect(hierarchyNumber).toBeNull()
    expect(await brokenInvariants()).toEqual([])
  })

  test("tells every field that cannot stand", async () => {
    await expect(act(newLead, NewLead.parse({ company: "", lastName: "", email: "nobody" }))).rejects.toMatchObject({
      code: "invalid",
      fields: { company: "Company cannot be empty", lastName: "Last name cannot be empty", email: expect.stringContaining("@") },
    })
  })
})

test("an account and its contacts are made by hand, and several opportunities belong to one account", async () => {
  const { id: accountId } = await act(newAccount, NewAccount.parse({ name: "Fjord Supplies", website: "fjord.example", country: "NO" }))
  const email = `${newId().slice(-8)}@fjord.example`
  const { id: contactId } = await act(newContact, NewContact.parse({ accountId, firstName: "Kari", lastName: "Moe", email }))
  await expect(act(newContact, NewContact.parse({ accountId, lastName: "Twin", email }))).rejects.toMatchObject({ code: "invalid" })
  const topics = ["Ropes", "Engines"]
  for (const topic of topics) {
    const input = NewOpportunity.parse({ accountId, contactId, topic, revenue: "12,000", probability: "30", closeDate: "2027-03-01" })
    const { id } = await act(newOpportunity, input)
    expect(await db.opportunity.findUniqueOrThrow({ where: { id } })).toMatchObject({
      stage: "qualify",
      probability: 30,
      ownerId: maja.id,
      prospectId: null,
    })
    expect(await db.stageVisit.count({ where: { opportunityId: id, stage: "qualify", leftAt: null } })).toBe(1)
    await win(maja, id)
  }
  expect(await db.opportunity.count({ where: { accountId, state: "won" } })).toBe(2)
  const stranger = await anOpportunity(maja)
  await expect(act(newOpportunity, NewOpportunity.parse({ accountId, contactId: stranger.contactId, topic: "X" }))).rejects.toMatchObject({
    fields: { contactId: "Choose a contact" },
  })
  expect(await brokenInvariants()).toEqual([])
})

describe("the onboarding checklist", () => {
  test("is there for every stage; a tick says who and when, and a step that is taken off stays where it was ticked", async () => {
    const { id } = await anOpportunity(maja)
    const checklist = await getChecklist(id)
    expect(new Set(checklist.map(({ stage }) => stage))).toEqual(new Set(["qualify", "develop", "propose", "close"]))
    const { stepId } = await act(addStep, { stage: "develop", text: "Visit the yard" }, priya)
    await act(tickStep, { opportunityId: id, stepId, isDone: true })
    await act(tickStep, { opportunityId: id, stepId, isDone: true })
    expect(await db.auditEntry.count({ where: { recordId: id, move: "step.tick" } })).toBe(1)
    await act(removeStep, { stepId }, priya)
    const other = await anOpportunity(maja)
    expect((await getChecklist(other.id)).some((step) => step.id === stepId)).toBe(false)
    expect((await getChecklist(id)).find((step) => step.id === stepId)).toMatchObject({
      text: "Visit the yard",
      done: { by: "Maja Lindqvist" },
    })
    await act(tickStep, { opportunityId: id, stepId, isDone: false })
    expect((await getChecklist(id)).some((step) => step.id === stepId)).toBe(false)
    await lose(maja, id)
    await expect(act(tickStep, { opportunityId: id, stepId: checklist[0]?.id ?? "", isDone: true })).rejects.toMatchObject({
      code: "conflict",
    })
  })

  test("rewords no step that somebody takes off at that moment, and takes none off twice", async () => {
    const late = [
      (stepId: string) => act(editStep, { stepId, text: "Visit it" }, priya),
      (stepId: string) => act(removeStep, { stepId }, priya),
    ]
    for (const deed of late) {
      const { stepId } = await act(addStep, { stage: "develop", text: "Visit the yard" }, priya)
      const tooLate = whileHolding(
        (ctx) => removeStep({ ...ctx, actor: priya }, { stepId }),
        () => deed(stepId),
      )
      await expect(tooLate).rejects.toMatchObject({ code: "not_found" })
      expect(await db.auditEntry.count({ where: { recordId: stepId, move: { in: ["step.edit", "step.remove"] } } })).toBe(1)
    }
  })

  test("keeps an order that two who change it at once cannot break", async () => {
    const before = (await listSteps()).filter(({ stage }) => stage === "propose")
    const [first, second] = before
    await Promise.all([
      act(moveStep, { stepId: first?.id ?? "", to: "down" as const }, priya),
      act(moveStep, { stepId: second?.id ?? "", to: "down" as const }, priya),
    ])
    const steps = await db.checklistStep.findMany({ where: { stage: "propose", removedAt: null } })
    expect(new Set(steps.map(({ position }) => position)).size).toBe(before.length)
  })
})

describe("competitors", () => {
  test("are known once for the house, and stand on each opportunity that they race for", async () => {
    const [one, other] = [await anOpportunity(maja), await anOpportunity(maja)]
    await rival(one.id, "Chandlery Nord GmbH")
    await rival(other.id, "CHANDLERY NORD")
    expect(await db.competitor.count({ where: { nameKey: "chandlery nord" } })).toBe(1)
    await expect(rival(one.id, "Chandlery Nord")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("already") })
    const { here } = await getCompetitors(one.id)
    const [known] = here
    await act(editCompetitor, EditCompetitor.parse({ competitorId: known?.id, name: "Chandlery Nord", strengths: "Price" }))
    expect((await getCompetitors(other.id)).here).toMatchObject([{ name: "Chandlery Nord", strengths: "Price" }])
    await act(removeCompetitor, { opportunityId: one.id, competitorId: known?.id ?? "" })
    expect(await getCompetitors(one.id)).toMatchObject({
      here: [],
      others: expect.arrayContaining([{ id: known?.id, name: "Chandlery Nord" }]),
    })
  })

  test("made twice at the same time are one", async () => {
    const [one, other] = [await anOpportunity(maja), await anOpportunity(maja)]
    await Promise.all([rival(one.id, "Baltic Rope"), rival(other.id, "Baltic Rope")])
    expect(await db.competitor.count({ where: { nameKey: "baltic rope" } })).toBe(1)
  })
})
