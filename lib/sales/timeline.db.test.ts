import { expect, test } from "vitest"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { reopenOpportunity } from "@/lib/sync/reopen-opportunity"
import { aLead, aStaff, qualify, win } from "@/prisma/makers"
import { addNote } from "./activities/add-note"
import { getStandingDecision } from "./decisions"
import { foreseeClose } from "./opportunities/foresee-close"
import { getOpportunity } from "./opportunities/queries"
import { readTimeline } from "./timeline"

test("a lead's timeline starts with the request, the dual-write and the receipt, each once", async () => {
  const lead = await aLead()
  const story = await readTimeline({ leads: [lead.id] })
  expect(story.map(({ kind }) => kind)).toEqual(["mail", "dual-write", "move"])
  expect(story.at(1)).toMatchObject({ map: "prospects_leads", operation: "create", target: { id: lead.id } })
  expect(story.at(2)).toMatchObject({ move: "request.submit" })
})

test("notes of the lead stay visible on its opportunity, and the account tells all of it", async () => {
  const seller = await aStaff("seller")
  const lead = await aLead()
  await inTransaction(seller, (ctx) => addNote({ ...ctx, actor: seller }, { about: "lead", id: lead.id, text: "They want net 30." }))
  const { opportunityId, accountId } = await qualify(seller, lead.id)
  const ids = { leads: [lead.id], opportunities: [opportunityId ?? ""] }
  const ofOpportunity = await readTimeline({ ...ids, parties: [accountId] })
  expect(ofOpportunity).toContainEqual(expect.objectContaining({ kind: "note", text: "They want net 30." }))
  expect(ofOpportunity).toContainEqual(expect.objectContaining({ kind: "dual-write", map: "accounts_customers" }))
  const ofAccount = await readTimeline({ ...ids, accounts: [accountId] })
  expect(ofAccount.filter((entry) => entry.kind === "move").map(({ move }) => move)).toEqual(["lead.qualify", "request.submit"])
})

test("a close is foreseen as it then happens", async () => {
  const seller = await aStaff("seller")
  const lead = await aLead()
  const { opportunityId } = await qualify(seller, lead.id)
  const id = opportunityId ?? ""
  const opportunity = await getOpportunity(id)
  if (!opportunity) throw new Error("no opportunity")
  const foreseen = await foreseeClose(opportunity)
  expect(foreseen).toMatchObject({ missing: 0, hierarchy: { exists: false } })
  expect(foreseen.provisional).toEqual([opportunity.account.customerNumber, opportunity.contact.customerNumber])
  const { decisionId, hierarchyNumber } = await win(seller, id)
  expect(hierarchyNumber).toBe(foreseen.hierarchy.number)
  expect(await getStandingDecision({ opportunityId: id }, ["win"])).toMatchObject({ id: decisionId, kind: "win" })
  const after = await foreseeClose(opportunity)
  expect(after).toMatchObject({ provisional: [], hierarchy: { number: hierarchyNumber, exists: true } })
  await inTransaction(seller, (ctx) => reopenOpportunity({ ...ctx, actor: seller }, { opportunityId: id, reason: "Too early" }))
  expect(await foreseeClose(opportunity)).toMatchObject({
    provisional: foreseen.provisional,
    hierarchy: { number: hierarchyNumber, exists: true },
  })
  expect(await db.hierarchy.count({ where: { number: foreseen.hierarchy.number } })).toBe(1)
})
