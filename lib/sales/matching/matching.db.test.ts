import { beforeEach, describe, expect, test } from "vitest"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aLead, aStaff, disqualify, qualify } from "@/prisma/makers"
import { matchLead } from "../accounts/match-lead"
import { matchRecords } from "./match-records"
import { reasonWords } from "./reason-words"
import { runMatching } from "./run-matching"
import type { Reason } from "./score-pair"

/** Lets the worker match until nothing is left to do. */
async function settle(): Promise<void> {
  while (await runMatching());
}

let word = ""
/** A name that no other test has. */
const firm = () => `Zephyr ${word} Rigging`
beforeEach(() => {
  word = newId()
    .slice(-10)
    .replaceAll(/\d/g, (digit) => "bcdfghklmn"[Number(digit)] ?? "")
})

const anAccount = (given: { name: string; domain?: string; taxId?: string; country?: string; postalCode?: string }) =>
  db.account.create({ data: { id: newId(), nameKey: "", createdAt: new Date(), country: "PT", ...given } })

let streets = 100
/** A request that shares nothing with others but what is given. */
const here = { street: "Rua do Cais 12", postalCode: "4050-111" }
const aRequestOf = (given: Parameters<typeof aLead>[0]) => {
  streets++
  return aLead({
    website: null,
    phone: `+3512${streets}${streets}00`,
    street: `Rua ${word}, ${streets}`,
    postalCode: `2900-${streets}`,
    ...given,
  })
}

const pairsOf = (id: string) => db.matchPair.findMany({ where: { OR: [{ firstId: id }, { secondId: id }] }, orderBy: { score: "desc" } })

describe("pairs come by themselves", () => {
  test("two requests of one company are a pair, with reasons in words, and both leads say so", async () => {
    const one = await aRequestOf({ companyName: `${firm()}, Lda.`, email: `ana@${word}.example`, ...here })
    const other = await aRequestOf({ companyName: `${firm()} Limitada`, email: `rui@${word}.example`, firstName: "Rui", ...here })
    await settle()
    const [pair, ...more] = await pairsOf(one.id)
    expect(more).toEqual([])
    expect(pair).toMatchObject({ verdict: "certain", firstKind: "lead", secondKind: "lead" })
    const reasons = ((pair?.reasons ?? []) as Reason[]).map(reasonWords)
    expect(reasons).toEqual(expect.arrayContaining(["Same name", `Same domain ${word}.example`]))
    const leads = await db.lead.findMany({ where: { id: { in: [one.id, other.id] } }, select: { hasDuplicates: true } })
    expect(leads).toEqual([{ hasDuplicates: true }, { hasDuplicates: true }])
  })

  test("a misspelled company is found by how its name is written", async () => {
    const account = await anAccount({ name: firm(), postalCode: "4050-111" })
    const lead = await aRequestOf({
      companyName: firm().replace("Rigging", "Riggnig"),
      email: `ana.${word}@gmail.com`,
      postalCode: "4050-111",
    })
    await settle()
    expect(await pairsOf(lead.id)).toEqual([expect.objectContaining({ firstKind: "account", secondKind: "lead", firstId: account.id })])
  })

  test("a change of either record finds and forgets pairs", async () => {
    const account = await anAccount({ name: firm(), domain: `${word}.example` })
    const lead = await aRequestOf({ companyName: "Something Else Altogether", email: `ana.${word}@gmail.com` })
    await settle()
    expect(await pairsOf(lead.id)).toEqual([])
    await db.lead.update({ where: { id: lead.id }, data: { companyName: firm() } })
    await settle()
    expect(await pairsOf(lead.id)).toHaveLength(1)
    await db.account.update({ where: { id: account.id }, data: { name: "Another Name Entirely", domain: "elsewhere.example" } })
    await settle()
    expect(await pairsOf(lead.id)).toEqual([])
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ hasDuplicates: false })
  })

  test("a lead that is qualified leaves its place to its account and contact, which are no pair with it", async () => {
    const staff = await aStaff("seller")
    const lead = await aRequestOf({ companyName: firm(), email: `ana@${word}.example` })
    const other = await aRequestOf({ companyName: firm(), email: `rui@${word}.example`, firstName: "Rui", lastName: "Costa" })
    await settle()
    await qualify(staff, lead.id)
    await settle()
    expect(await pairsOf(lead.id)).toEqual([])
    const { accountId } = await db.lead.findUniqueOrThrow({ where: { id: lead.id } })
    const [pair, ...more] = await pairsOf(other.id)
    expect(more).toEqual([])
    expect([pair?.firstId, pair?.secondId].sort()).toEqual([other.id, accountId].sort())
  })

  test("two disqualified leads are no pair; a disqualified and an open one are", async () => {
    const staff = await aStaff("seller")
    const leads = []
    for (const name of ["ana", "rui", "eva"]) leads.push(await aRequestOf({ companyName: firm(), email: `${name}@${word}.example` }))
    const [one, other, third] = leads
    await disqualify(staff, one?.id ?? "")
    await disqualify(staff, other?.id ?? "")
    await settle()
    expect((await pairsOf(one?.id ?? "")).map(({ firstId, secondId }) => [firstId, secondId])).toEqual([[one?.id, third?.id].sort()])
  })

  test("sister companies are never certain", async () => {
    await anAccount({ name: firm(), domain: `${word}.example`, taxId: "PT500000001" })
    const taxed = await aRequestOf({ companyName: firm(), email: `ana@${word}.example`, taxId: "PT500000002" })
    const abroad = await aRequestOf({ companyName: firm(), email: `eva@${word}.example`, country: "ES" })
    await settle()
    const verdicts = (await Promise.all([taxed, abroad].map(({ id }) => pairsOf(id)))).flat().map(({ verdict }) => verdict)
    expect(verdicts.length).toBeGreaterThan(0)
    expect(new Set(verdicts)).toEqual(new Set(["possible"]))
  })

  test("what is gone is forgotten with its pairs", async () => {
    const account = await anAccount({ name: firm(), domain: `${word}.example` })
    const lead = await aRequestOf({ companyName: firm(), email: `ana@${word}.example` })
    await settle()
    await db.account.delete({ where: { id: account.id } })
    expect(await pairsOf(lead.id)).toEqual([])
    expect(await db.lead.findUniqueOrThrow({ where: { id: lead.id } })).toMatchObject({ hasDuplicates: false })
  })

  test("matching the same again changes nothing, and keeps when a pair was found", async () => {
    const one = await aRequestOf({ companyName: firm(), email: `ana@${word}.example` })
    await aRequestOf({ companyName: firm(), email: `rui@${word}.example` })
    await settle()
    const before = await pairsOf(one.id)
    await inTransaction(theSystem, (ctx) => matchRecords(ctx, "lead", [one.id]))
    expect(await pairsOf(one.id)).toEqual(before)
  })
})

describe("the matches of a lead", () => {
  test("an account that the worker has not come to yet is found where it is equal to the letter", async () => {
    const lead = await aRequestOf({ companyName: firm(), email: `ana@${word}.example`, taxId: "PT500000009" })
    const account = await anAccount({ name: "Renamed Since", taxId: "PT500000009" })
    const { accounts } = await matchLead(db, lead)
    expect(accounts).toEqual([
      expect.objectContaining({ id: account.id, isSameTaxId: true, reasons: expect.arrayContaining(["Same tax ID 500000009"]) }),
    ])
  })

  test("best first, and never what somebody said is not the same", async () => {
    const lead = await aRequestOf({ companyName: firm(), email: `ana@${word}.example` })
    const best = await anAccount({ name: firm(), domain: `${word}.example` })
    const next = await anAccount({ name: firm(), domain: "elsewhere.example" })
    await settle()
    expect((await matchLead(db, lead)).accounts.map(({ id }) => id)).toEqual([best.id, next.id])
    const [firstId = "", secondId = ""] = [lead.id, best.id].sort()
    await db.notTheSame.create({
      data: { firstId, secondId, firstKind: "lead", secondKind: "account", personId: newId(), personName: "Somebody", at: new Date() },
    })
    expect((await matchLead(db, lead)).accounts.map(({ id }) => id)).toEqual([next.id])
  })
})

test("what was there before is compared in steps, to the end", async () => {
  const one = await aRequestOf({ companyName: firm(), email: `ana@${word}.example` })
  const other = await aRequestOf({ companyName: firm(), email: `rui@${word}.example` })
  await db.matchDue.deleteMany({})
  await db.$executeRaw`delete from sales.match_entry where id in (${one.id}::uuid, ${other.id}::uuid)`
  await db.$executeRaw`update sales.match_sweep set step = 'keys:account', through = null, finished_at = null`
  await settle()
  expect(await pairsOf(one.id)).toHaveLength(1)
  expect(await db.matchSweep.findUniqueOrThrow({ where: { id: 1 } })).toMatchObject({ step: "pairs:lead", finishedAt: expect.any(Date) })
})
