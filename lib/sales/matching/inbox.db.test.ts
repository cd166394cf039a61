import { beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aLead, aStaff } from "@/prisma/makers"
import { matchLead } from "../accounts/match-lead"
import { dismissPair, restorePair } from "./dismiss-pair"
import { type InboxQuery, inboxHref, pairKey, readInboxQuery } from "./inbox-query"
import { countDuplicates, getPair, listPairs } from "./list-pairs"
import { runMatching } from "./run-matching"

async function settle(): Promise<void> {
  while (await runMatching());
}

let word = ""
beforeEach(() => {
  word = newId()
    .slice(-10)
    .replaceAll(/\d/g, (digit) => "bcdfghklmn"[Number(digit)] ?? "")
})

const query = (given: Partial<InboxQuery> = {}): InboxQuery => ({ ...readInboxQuery({}), ...given })
const dismiss = (staff: Staff, one: string, other: string) =>
  inTransaction(staff, (ctx) => dismissPair({ ...ctx, actor: staff }, { one, other }))
const restore = (staff: Staff, one: string, other: string) =>
  inTransaction(staff, (ctx) => restorePair({ ...ctx, actor: staff }, { one, other }))

async function aPairOfLeads() {
  const given = {
    companyName: `Mistral ${word}`,
    website: `https://${word}.example`,
    phone: `+3512${newId().slice(-8).replaceAll(/\D/g, "7")}`,
  }
  const [one, other] = [
    await aLead({ ...given, email: `ana@${word}.example` }),
    await aLead({ ...given, email: `rui@${word}.example`, firstName: "Rui", lastName: "Costa" }),
  ]
  await settle()
  return { one, other }
}

describe("not the same", () => {
  test("is kept with who and when, is one row of both records' audit, and takes the pair away for good", async () => {
    const { one, other } = await aPairOfLeads()
    expect(await countDuplicates(one.id)).toBe(1)
    const staff = await aStaff("seller")
    await dismiss(staff, other.id, one.id)
    expect(await countDuplicates(one.id)).toBe(0)
    expect(await db.lead.count({ where: { id: { in: [one.id, other.id] }, hasDuplicates: true } })).toBe(0)
    const audit = await db.auditEntry.findMany({ where: { move: "duplicate.dismiss", recordIds: { hasEvery: [one.id, other.id] } } })
    expect(audit).toEqual([expect.objectContaining({ actorName: staff.name, reason: `Mistral ${word} and Mistral ${word}` })])
    await db.lead.update({ where: { id: one.id }, data: { phone: "+351219999999" } })
    await db.$executeRaw`update sales.match_sweep set step = 'keys:account', through = null, finished_at = null`
    await settle()
    expect(await countDuplicates(one.id)).toBe(0)
  })

  test("can be taken back, and the pair comes again", async () => {
    const { one, other } = await aPairOfLeads()
    const staff = await aStaff("seller")
    await dismiss(staff, one.id, other.id)
    await restore(staff, other.id, one.id)
    await settle()
    expect(await countDuplicates(one.id)).toBe(1)
    await expect(restore(staff, one.id, other.id)).rejects.toThrow("Nobody says any more")
  })

  test("of two who say so at once one is told that the other did, and there is one row of the audit", async () => {
    const { one, other } = await aPairOfLeads()
    const [ana, rui] = [await aStaff("seller", { name: `Ana ${word}` }), await aStaff("sales_manager", { name: `Rui ${word}` })]
    const settled = await Promise.allSettled([dismiss(ana, one.id, other.id), dismiss(rui, other.id, one.id)])
    const [refused] = settled.flatMap((result) => (result.status === "rejected" ? [String(result.reason.message)] : []))
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(refused).toMatch(new RegExp(`^(Ana|Rui) ${word} said on .* that these are not the same\\.$`))
    expect(await db.auditEntry.count({ where: { move: "duplicate.dismiss", recordIds: { has: one.id } } })).toBe(1)
  })

  test("said while the worker compares the two leaves no pair behind", async () => {
    const { one, other } = await aPairOfLeads()
    const staff = await aStaff("seller")
    await db.matchDue.createMany({
      data: [
        { kind: "lead", recordId: one.id },
        { kind: "lead", recordId: other.id },
      ],
    })
    await Promise.all([runMatching(), dismiss(staff, one.id, other.id)])
    await settle()
    expect(await countDuplicates(one.id)).toBe(0)
  })

  test("a record that is gone cannot be judged, and says so", async () => {
    const { one } = await aPairOfLeads()
    await expect(dismiss(await aStaff("seller"), one.id, newId())).rejects.toMatchObject({ code: "not_found" })
  })

  test("a seller judges what is theirs or nobody's on one side, and not what is colleagues' on both", async () => {
    const { one, other } = await aPairOfLeads()
    const [owner, stranger] = [await aStaff("seller"), await aStaff("seller")]
    await db.lead.updateMany({ where: { id: { in: [one.id, other.id] } }, data: { ownerId: owner.id, ownerName: owner.name } })
    await expect(dismiss(stranger, one.id, other.id)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining(owner.name),
    })
    await db.lead.update({ where: { id: other.id }, data: { ownerId: null, ownerName: null } })
    await dismiss(stranger, one.id, other.id)
  })

  test("is suggested nowhere: not to the desk either", async () => {
    const lead = await aLead({ companyName: `Mistral ${word}`, email: `ana@${word}.example`, website: `https://${word}.example` })
    const account = await db.account.create({
      data: {
        id: newId(),
        name: `Mistral ${word}`,
        nameKey: `mistral ${word}`,
        domain: `${word}.example`,
        country: "PT",
        createdAt: new Date(),
      },
    })
    await settle()
    expect((await matchLead(db, lead)).accounts.map(({ id }) => id)).toContain(account.id)
    await dismiss(await aStaff("seller"), lead.id, account.id)
    expect((await matchLead(db, lead)).accounts.map(({ id }) => id)).not.toContain(account.id)
  })
})

describe("the inbox", () => {
  test("shows both records with reasons, the lead first, filtered to one record, to kinds, to a verdict", async () => {
    const { one, other } = await aPairOfLeads()
    const { pairs } = await listPairs(query({ record: one.id }))
    expect(pairs).toHaveLength(1)
    const [pair] = pairs
    expect([pair?.first.id, pair?.second.id].sort()).toEqual([one.id, other.id].sort())
    expect(pair?.reasons.map(({ words }) => words)).toEqual(expect.arrayContaining(["Same name", `Same domain ${word}.example`]))
    expect((await listPairs(query({ record: one.id, kinds: "lead-account" }))).pairs).toEqual([])
    expect((await listPairs(query({ record: one.id, verdict: "possible" }))).pairs).toEqual([])
    expect(await getPair(query({ pair: pair ? pairKey(pair) : null }))).toMatchObject({ score: pair?.score })
  })

  test("pages, best first, each pair once", async () => {
    const given = { companyName: `Sirocco ${word}`, website: `https://${word}.example`, phone: null as never }
    for (let at = 0; at < 9; at++) await aLead({ ...given, email: `person${at}@${word}.example`, postalCode: `4050-${100 + at}` })
    await settle()
    const seen: string[] = []
    const scores: number[] = []
    for (let after: string | null = null, page = 0; page < 10; page++) {
      const { pairs, next } = await listPairs(query({ kinds: "lead-lead", after }))
      seen.push(...pairs.map(pairKey))
      scores.push(...pairs.map(({ score }) => score ?? 0))
      if (!next) break
      after = next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(36)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  test("what was said not to be the same is listed with who said so", async () => {
    const { one, other } = await aPairOfLeads()
    const staff = await aStaff("seller", { name: `Eva ${word}` })
    await dismiss(staff, one.id, other.id)
    const { pairs } = await listPairs(query({ isDismissed: true }))
    expect(pairs[0]).toMatchObject({ dismissed: { by: staff.name }, score: null })
    expect((await listPairs(query({ isDismissed: true, record: one.id }))).pairs).toHaveLength(1)
  })

  test("a URL that was tampered with asks for the plain inbox", () => {
    const tampered = readInboxQuery({
      kinds: "toString",
      verdict: "x",
      record: "' or 1=1",
      pair: "a.b",
      after: "1_2_3",
      show: ["dismissed"],
    })
    expect(tampered).toEqual({ isDismissed: false, kinds: null, verdict: null, record: null, pair: null, after: "1_2_3" })
    expect(inboxHref({ ...tampered, after: null })).toBe("/sales/duplicates")
  })

  test("a cursor that is none begins at the beginning", async () => {
    expect((await listPairs(query({ after: "1_2_3" }))).pairs.length).toBeGreaterThan(0)
  })
})
