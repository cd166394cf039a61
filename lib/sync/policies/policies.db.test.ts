import { beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { confirmEmail } from "@/lib/onboarding/confirm-email"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { runNextFact } from "@/lib/platform/run-facts"
import { whileHolding } from "@/lib/platform/testing-waits"
import { reactions } from "@/lib/reactions"
import { runMatching } from "@/lib/sales/matching/run-matching"
import type { PolicyEffect } from "@/lib/sales/policies/effect"
import { partiesToUse } from "@/lib/sales/policies/parties-to-use"
import type { PolicyRehearsal } from "@/lib/sales/policies/rehearse"
import { openRules } from "@/lib/sales/rule-sets/queries"
import { rehearseRules } from "@/lib/sales/rule-sets/rehearse-rules"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import { runNextRuleRun } from "@/lib/sales/rule-sets/run-rule-runs"
import { aRule, publish } from "@/lib/sales/rule-sets/testing-rules"
import { readTimeline } from "@/lib/sales/timeline"
import { aLead, aStaff, asApplicant, disqualify, qualify, undo, win } from "@/prisma/makers"
import { confirmApproval } from "../approvals/answer-approval"
import { qualifyOrAsk } from "../approvals/decide-or-ask"
import { brokenInvariants } from "../invariants"
import { QualifyLead } from "../schema"
import { decideArrived } from "./decide-by-policies"

let priya: Staff
let maja: Staff

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run, platform.approval, platform.fact, platform.notification`
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
})

const react = async () => {
  while (await runNextFact(reactions)) {}
}
const policy = (name: string, effect: PolicyEffect, when: Rule["when"] = ["country", "is", "PT"]) => aRule(effect, when, { name })
const fast = (given: Partial<Extract<PolicyEffect, { do: "qualify" }>> = {}): PolicyEffect => ({
  do: "qualify",
  match: "none",
  opportunity: "create",
  ...given,
})
const decline: PolicyEffect = { do: "disqualify", reason: "canceled", comment: "We do not sell there." }
const leadOf = (id: string) => db.lead.findUniqueOrThrow({ where: { id } })

describe("which matches a policy takes", () => {
  const match = (verdict: "certain" | "likely") => ({ id: `${verdict} one`, verdict }) as never
  const [none, certain, likely] = [[], [match("certain")], [match("likely")]]
  const all = { accountId: null, contactId: null }
  test.each([
    ["none", none, none, all],
    ["none", certain, none, null],
    ["certain", none, none, null],
    ["certain", certain, none, { accountId: "certain one", contactId: null }],
    ["certain", certain, certain, { accountId: "certain one", contactId: "certain one" }],
    ["certain", certain, likely, null],
    ["certain", likely, none, null],
    ["either", none, none, all],
    ["either", none, certain, { accountId: null, contactId: "certain one" }],
    ["either", likely, none, null],
  ] as const)("%s, %#", (taken, accounts, contacts, parties) => {
    expect(partiesToUse({ accounts: [...accounts], contacts: [...contacts] }, taken)).toEqual(parties)
  })
})

test("a lead that arrives is qualified by a policy, which says so everywhere", async () => {
  await publish(priya, "policy", [policy("Fast lane", fast())])
  const [lead, other] = [await aLead(), await aLead({ country: "FR" })]
  await react()
  expect((await leadOf(lead.id)).state).toBe("qualified")
  expect((await leadOf(other.id)).state).toBe("open")
  const decision = await db.decision.findFirstOrThrow({ where: { leadId: lead.id } })
  expect(decision).toMatchObject({ actorId: null, actorName: "Policy “Fast lane”, version 1", ruleName: "Fast lane", ruleVersion: 1 })
  expect(decision.receipt).toMatchObject({ policy: "Policy “Fast lane”, version 1" })
  const { entries } = await readTimeline({ leads: [lead.id] })
  expect(entries).toContainEqual(expect.objectContaining({ move: "lead.qualify", actorName: "Policy “Fast lane”, version 1" }))
  expect(await brokenInvariants()).toEqual([])
})

test("a policy disqualifies with reason and comment, and the decline mail waits for the send window", async () => {
  await publish(priya, "policy", [policy("Not there", decline)])
  const lead = await aLead()
  await react()
  expect(await leadOf(lead.id)).toMatchObject({ state: "disqualified", statusReason: "canceled", closeComment: "We do not sell there." })
  expect(await db.prospect.findUniqueOrThrow({ where: { id: lead.prospectId ?? "" } })).toMatchObject({ status: "rejected" })
  expect(await db.mail.findFirst({ where: { letter: "prospect-rejected", recordIds: { has: lead.id } } })).toMatchObject({
    state: "waiting",
  })
  expect(await brokenInvariants()).toEqual([])
})

test("any seller undoes a policy's decision within the window, and no policy decides the lead again", async () => {
  await publish(priya, "policy", [policy("Not there", decline)])
  const lead = await aLead()
  await react()
  const { id } = await db.decision.findFirstOrThrow({ where: { leadId: lead.id } })
  await undo(maja, id)
  expect((await leadOf(lead.id)).state).toBe("open")
  await db.fact.updateMany({ data: { doneAt: null } })
  await asApplicant(lead.prospectId ?? "", confirmEmail)
  await react()
  expect((await leadOf(lead.id)).state).toBe("open")
  expect(await brokenInvariants()).toEqual([])
})

test("a policy that is off decides nothing, and one that was published decides what comes after", async () => {
  const rule = policy("Not there", decline)
  await publish(priya, "policy", [{ ...rule, isOn: false }])
  const before = await aLead()
  await react()
  await publish(priya, "policy", [rule])
  const after = await aLead()
  await react()
  expect([(await leadOf(before.id)).state, (await leadOf(after.id)).state]).toEqual(["open", "disqualified"])
})

test("turned off at the same moment as leads arrive, it decides each before or none after", async () => {
  const rule = policy("Not there", decline)
  await publish(priya, "policy", [rule])
  const leads = await Promise.all(Array.from({ length: 8 }, () => aLead()))
  await Promise.all([react(), react(), publish(priya, "policy", [{ ...rule, isOn: false }])])
  const off = await db.ruleVersion.findFirstOrThrow({ where: { kind: "policy", number: 2 } })
  const late = await db.decision.count({ where: { leadId: { in: leads.map(({ id }) => id) }, ruleVersion: { gte: off.number } } })
  expect(late).toBe(0)
  expect(await brokenInvariants()).toEqual([])
})

test("from above: routes go on, the first that decides ends it", async () => {
  await publish(priya, "policy", [
    policy("To Maja", { do: "route", personId: maja.id, rating: "hot" }),
    policy("Not there", decline, ["country", "is", "FR"]),
    policy("Fast lane", fast({ opportunity: "skip" })),
    policy("Never reached", decline),
  ])
  const lead = await aLead()
  await react()
  expect(await leadOf(lead.id)).toMatchObject({ state: "qualified", ownerName: "Maja Lindqvist", rating: "hot", opportunityId: null })
  const { entries } = await readTimeline({ leads: [lead.id] })
  expect(entries).toContainEqual(
    expect.objectContaining({ move: "lead.assign", actorName: "Policy “To Maja”, version 1", to: "Maja Lindqvist" }),
  )
})

test("a lead that matches something is left to a person; a certain match is used where the policy says so", async () => {
  const taxId = "501442600"
  const known = await aLead({ taxId })
  const { accountId, contactId } = await qualify(maja, known.id)
  const same = { taxId, email: known.email ?? "", companyName: known.companyName, website: known.website }
  await publish(priya, "policy", [policy("Only new", fast())])
  const left = await aLead(same)
  await react()
  expect((await leadOf(left.id)).state).toBe("open")
  await publish(priya, "policy", [policy("Known ones", fast({ match: "certain" }))])
  const [used, unknown] = [await aLead(same), await aLead()]
  await react()
  expect(await leadOf(used.id)).toMatchObject({ state: "qualified", accountId, contactId })
  expect((await leadOf(unknown.id)).state).toBe("open")
  expect(await brokenInvariants()).toEqual([])
})

test("what cannot be decided says why on the timeline, and the others go on", async () => {
  await publish(priya, "policy", [policy("Fast lane", fast())])
  const [nameless, fine] = [await aLead(), await aLead()]
  await db.lead.update({ where: { id: nameless.id }, data: { email: null } })
  await react()
  expect([(await leadOf(nameless.id)).state, (await leadOf(fine.id)).state]).toEqual(["open", "qualified"])
  const { entries } = await readTimeline({ leads: [nameless.id] })
  expect(entries).toContainEqual(expect.objectContaining({ move: "policy.pass", reason: expect.stringContaining("no email address") }))
  expect(await brokenInvariants()).toEqual([])
})

test("a policy that decides asks a second person too, where another one wants that", async () => {
  await publish(priya, "policy", [policy("Fast lane", fast()), policy("Two people", { do: "second", moves: ["qualify"] })])
  const lead = await aLead()
  await react()
  expect((await leadOf(lead.id)).state).toBe("open")
  const approval = await db.approval.findFirstOrThrow()
  expect(approval).toMatchObject({ askedById: null, askedByName: "Policy “Fast lane”, version 1", state: "waiting" })
  await inTransaction(maja, (ctx) => confirmApproval({ ...ctx, actor: maja }, { approvalId: approval.id }))
  expect((await leadOf(lead.id)).state).toBe("qualified")
  expect(await brokenInvariants()).toEqual([])
})

test("a policy may wait for the applicant to confirm the address", async () => {
  await publish(priya, "policy", [policy("Proven", fast(), ["and", ["country", "is", "PT"], ["confirmed", "filled"]])])
  const lead = await aLead()
  await react()
  expect((await leadOf(lead.id)).state).toBe("open")
  await asApplicant(lead.prospectId ?? "", confirmEmail)
  await react()
  expect((await leadOf(lead.id)).state).toBe("qualified")
})

test("the same arrival told twice decides once", async () => {
  await publish(priya, "policy", [policy("Not there", decline)])
  const lead = await aLead()
  await react()
  await db.fact.updateMany({ data: { doneAt: null } })
  await react()
  expect(await db.decision.count({ where: { leadId: lead.id } })).toBe(1)
})

test("a policy that routes a lead which somebody edits at that moment waits for the edit, and says of it only what it did", async () => {
  await publish(priya, "policy", [policy("To Priya", { do: "route", personId: priya.id, rating: "hot" })])
  const lead = await aLead()
  await whileHolding(
    ({ tx }) => tx.lead.update({ where: { id: lead.id }, data: { jobTitle: "Buyer", version: { increment: 1 } } }),
    () => inTransaction(theSystem, (ctx) => decideArrived(ctx, { leadIds: [lead.id] })),
  )
  expect(await leadOf(lead.id)).toMatchObject({ jobTitle: "Buyer", rating: "hot", ownerName: "Priya Raman" })
  expect(await db.auditEntry.findMany({ where: { recordId: lead.id, move: "lead.edit" } })).toMatchObject([{ to: "Rating Hot" }])
})

test("a rehearsal takes only the matches that a policy says, as they were when the lead arrived", async () => {
  await db.lead.updateMany({ data: { createdAt: new Date("2020-01-01T00:00:00Z") } })
  const day = (n: number) => new Date(Date.now() - n * 86_400_000)
  const known = await aLead({ taxId: "506774287" }, day(9))
  await qualify(maja, known.id, {}, day(8))
  const same = { taxId: "506774287", email: known.email ?? "", companyName: known.companyName, website: known.website }
  await aLead(same, day(7))
  const rehearsed = async (match: "none" | "certain") => {
    const rules = [policy("Fast lane", fast({ match }))]
    await inTransaction(priya, (ctx) => rehearseRules({ ...ctx, actor: priya }, { kind: "policy", draft: { rules } }))
    while (await runNextRuleRun()) {}
    const found = (await openRules("policy", {})).rehearsal?.found as PolicyRehearsal
    return found.would.qualify
  }
  // The first matched nothing when it came; the second matches what the first became.
  expect([await rehearsed("none"), await rehearsed("certain")]).toEqual([1, 1])
})

test("a rehearsal compares what policies would have decided with what people did", async () => {
  await db.lead.updateMany({ data: { createdAt: new Date("2020-01-01T00:00:00Z") } })
  const [same, other, open, decided] = [await aLead(), await aLead(), await aLead(), await aLead({ country: "DE" })]
  await qualify(maja, same.id)
  await disqualify(maja, other.id)
  await qualify(maja, decided.id)
  const rules = [policy("Fast lane", fast()), policy("Two people", { do: "second", moves: ["win"] }, null)]
  await inTransaction(priya, (ctx) => rehearseRules({ ...ctx, actor: priya }, { kind: "policy", draft: { rules } }))
  while (await runNextRuleRun()) {}
  const found = (await openRules("policy", {})).rehearsal?.found as PolicyRehearsal
  expect(found).toMatchObject({
    judged: 4,
    would: { qualify: 3, disqualify: 0 },
    agreed: 1,
    differed: 1,
    open: 1,
    notByPeople: 0,
    second: 4,
  })
  expect(found.list).toEqual([{ id: other.id, label: other.companyName, rule: "Fast lane", would: "qualify", did: "Disqualified" }])
  expect((await leadOf(open.id)).state).toBe("open")
})

test("a rehearsal lists what one person decided alone, and what went elsewhere than a policy would have sent it", async () => {
  await db.lead.updateMany({ data: { createdAt: new Date("2020-01-01T00:00:00Z") } })
  const [alone, asked, open, given] = [await aLead(), await aLead(), await aLead(), await aLead()]
  await qualify(maja, alone.id)
  await publish(priya, "policy", [policy("Two people", { do: "second", moves: ["qualify"] })])
  await inTransaction(maja, (ctx) => qualifyOrAsk({ ...ctx, actor: maja }, QualifyLead.parse({ leadId: asked.id })))
  const { id: approvalId } = await db.approval.findFirstOrThrow()
  await inTransaction(priya, (ctx) => confirmApproval({ ...ctx, actor: priya }, { approvalId }))
  await db.lead.update({ where: { id: given.id }, data: { ownerId: priya.id, ownerName: priya.name, rating: "hot" } })
  const two = policy("Two people", { do: "second", moves: ["qualify", "win"] })
  const route = policy("To Priya", { do: "route", personId: priya.id, rating: "hot" })
  await inTransaction(priya, (ctx) => rehearseRules({ ...ctx, actor: priya }, { kind: "policy", draft: { rules: [two, route] } }))
  while (await runNextRuleRun()) {}
  const found = (await openRules("policy", {})).rehearsal?.found as PolicyRehearsal
  expect(found).toMatchObject({ judged: 4, routed: 4, second: 4, otherwise: 4 })
  expect(found.byRule[two.id]).toEqual({ would: 4, agreed: 1, differed: 1 })
  expect(found.byRule[route.id]).toEqual({ would: 4, agreed: 1, differed: 3 })
  const priyas = { rule: "To Priya", would: "With Priya Raman, rated hot" }
  expect(found.others).toEqual(
    expect.arrayContaining([
      {
        ...{ id: alone.id, label: alone.companyName, rule: "Two people" },
        ...{ would: "Confirmed by a second person", did: "Qualified by Maja Lindqvist alone" },
      },
      { id: open.id, label: open.companyName, ...priyas, did: "Unassigned, rated warm" },
      { id: alone.id, label: alone.companyName, ...priyas, did: "With Maja Lindqvist, rated warm" },
    ]),
  )
})

describe("a policy asks what a lead is like", () => {
  const own = (n: number) => ({ phone: `+35122310${n}0${n}`, street: `Rua das Velas ${n}`, postalCode: `430${n}-10${n}`, website: null })
  const firm = (name: string, taxId: string) => ({ companyName: `${name}, Lda.`, taxId })
  const settle = async () => {
    while (await runMatching()) {}
  }

  test("one like a disqualified lead is disqualified, one like nobody is not; and it is rehearsed as of its arrival", async () => {
    await db.lead.updateMany({ data: { createdAt: new Date("2020-01-01T00:00:00Z") } })
    const day = (n: number) => new Date(Date.now() - n * 86_400_000)
    const known = firm("Cordame Abreu Mirandelense", "508112231")
    const before = await aLead({ ...known, ...own(1), email: "ana@mirandelense.example" }, day(9))
    await disqualify(maja, before.id, {}, day(8))
    await publish(priya, "policy", [policy("Again", decline, ["likeDisqualified", "yes"])])
    await settle()
    await db.fact.deleteMany()
    const again = await aLead({ ...known, ...own(2), email: "rui@mirandelense.example", firstName: "Rui" })
    const fresh = await aLead({ ...firm("Estaleiro Zambujal", "504882213"), ...own(3), email: "eva@zambujal.example", firstName: "Eva" })
    await react()
    expect([(await leadOf(again.id)).state, (await leadOf(fresh.id)).state]).toEqual(["disqualified", "open"])
    expect(await db.decision.findFirstOrThrow({ where: { leadId: again.id } })).toMatchObject({ ruleName: "Again" })
    const rules = [policy("Again", decline, ["and", ["likeDisqualified", "yes"], ["likeKnown", "no"], ["duplicates", "yes"]])]
    await inTransaction(priya, (ctx) => rehearseRules({ ...ctx, actor: priya }, { kind: "policy", draft: { rules } }))
    while (await runNextRuleRun()) {}
    const { found, unknown } = (await openRules("policy", {})).rehearsal ?? {}
    expect([unknown, found]).toMatchObject([0, { judged: 3, would: { disqualify: 1 }, notByPeople: 1 }])
  })

  test("one that was disqualified itself since is rehearsed beside those that only sound like it, too", async () => {
    await db.lead.updateMany({ data: { createdAt: new Date("2020-01-01T00:00:00Z") } })
    const day = (n: number) => new Date(Date.now() - n * 86_400_000)
    const from = (name: string, top: string, n: number) => ({
      ...{ ...own(n), companyName: `${name}, Lda.`, taxId: null, phone: null, postalCode: "4309-109" },
      ...{ website: `https://vilarinhense.${top}`, email: `casa-${n}@vilarinhense.${top}`, firstName: top },
    })
    const before = await aLead(from("Cordoaria Vilarinhense", "example", 8), day(9))
    await disqualify(maja, before.id, {}, day(8))
    const again = await aLead(from("Cordo Aria Vilarinhense", "test", 9), day(7))
    await disqualify(maja, again.id, {}, day(6))
    await settle()
    const rules = [policy("Again", decline, ["likeDisqualified", "yes"])]
    await inTransaction(priya, (ctx) => rehearseRules({ ...ctx, actor: priya }, { kind: "policy", draft: { rules } }))
    while (await runNextRuleRun()) {}
    const { found } = (await openRules("policy", {})).rehearsal ?? {}
    expect(found).toMatchObject({ judged: 2, would: { disqualify: 1 }, agreed: 1 })
  })

  test("what guards a lead that may be there twice guards its opportunity, too, though a qualified lead is compared no more", async () => {
    const known = firm("Ferragens Quelhas do Minho", "506220917")
    await aLead({ ...known, ...own(4), email: "ana@quelhas.example" })
    const twin = await aLead({ ...known, ...own(5), email: "rui@quelhas.example", firstName: "Rui" })
    await settle()
    await publish(priya, "policy", [policy("Twice", { do: "second", moves: ["win"] }, ["duplicates", "yes"])])
    expect((await leadOf(twin.id)).hasDuplicates).toBe(true)
    await qualify(maja, twin.id)
    await settle()
    expect((await leadOf(twin.id)).hasDuplicates).toBe(false)
    const { opportunityId } = await leadOf(twin.id)
    await expect(win(maja, opportunityId ?? "")).rejects.toMatchObject({ message: expect.stringContaining("wants a second person") })
  })

  test("one that is an account already is known as such", async () => {
    const known = firm("Sotavento Galhardas", "507331128")
    const first = await aLead({ ...known, ...own(6), email: "ana@galhardas.example" })
    await qualify(maja, first.id)
    await settle()
    await publish(priya, "policy", [policy("Known", { do: "second", moves: ["qualify"] }, ["likeKnown", "yes"])])
    const again = await aLead({ ...known, ...own(7), email: "rui@galhardas.example", firstName: "Rui" })
    await settle()
    await expect(qualify(maja, again.id)).rejects.toMatchObject({ message: expect.stringContaining("wants a second person") })
  })
})
