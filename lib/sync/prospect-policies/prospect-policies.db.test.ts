import { beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { confirmEmail } from "@/lib/onboarding/confirm-email"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { runNextFact } from "@/lib/platform/run-facts"
import { reactions } from "@/lib/reactions"
import type { PolicyRehearsal } from "@/lib/sales/policies/tally"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import { runNextRuleRun } from "@/lib/sales/rule-sets/run-rule-runs"
import { aRule, publish as publishRules } from "@/lib/sales/rule-sets/testing-rules"
import { aProspect, approve, aStaff, asApplicant, reject, runMap, undo } from "@/prisma/makers"
import { brokenInvariants } from "../invariants"
import { type ProspectEffect, prospectRules } from "./kind"
import { openProspectRules } from "./queries"
import { rehearseProspectRules, rehearseProspectsStep } from "./rehearse"

let henrik: Staff
let irja: Staff
let ada: Staff

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run, platform.approval, platform.fact, platform.notification`
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  irja = await aStaff("commerce_manager", { name: "Irja Salo" })
  ada = await aStaff("administrator", { name: "Ada King" })
})

const react = async () => {
  while (await runNextFact(reactions)) {}
}
const policy = (name: string, effect: ProspectEffect, when: Rule["when"] = ["country", "is", "PT"]) => aRule(effect, when, { name })
const publish = (...rules: Rule<ProspectEffect>[]) => publishRules(henrik, prospectRules, rules)
const welcome: ProspectEffect = { do: "approve", note: "Welcome aboard." }
const decline: ProspectEffect = { do: "reject", reason: "We do not sell there.", note: null }
const statusOf = async (id: string) => (await db.prospect.findUniqueOrThrow({ where: { id } })).status
/** Runs while no lead is made of a request. */
async function withoutSales<Result>(deed: () => Promise<Result>): Promise<Result> {
  await runMap(ada, "prospects_leads", "stop")
  try {
    return await deed()
  } finally {
    await runMap(ada, "prospects_leads", "start")
  }
}

describe("a request that arrives", () => {
  test("is approved by a policy, which says so everywhere, while no map runs at all", async () => {
    await publish(policy("Home market", welcome))
    const [own, other] = await withoutSales(async () => [await aProspect(), await aProspect({ country: "FR" })])
    await react()
    expect([await statusOf(own?.id ?? ""), await statusOf(other?.id ?? "")]).toEqual(["approved", "pending"])
    const decided = await db.prospect.findUniqueOrThrow({ where: { id: own?.id ?? "" } })
    expect(decided).toMatchObject({ decidedByName: "Policy “Home market”, version 1", noteToApplicant: "Welcome aboard.", leadId: null })
    const decision = await db.decision.findFirstOrThrow({ where: { prospectId: decided.id } })
    expect(decision).toMatchObject({ kind: "approve", actorId: null, ruleName: "Home market", ruleVersion: 1 })
    expect(
      await db.auditEntry.count({ where: { recordId: decided.id, move: "prospect.approve", actorName: decided.decidedByName ?? "" } }),
    ).toBe(1)
    expect(await db.mail.findFirst({ where: { decisionId: decision.id } })).toMatchObject({ state: "waiting", letter: "prospect-approved" })
    expect(await brokenInvariants()).toEqual([])
  })

  test("takes its lead along where it has one", async () => {
    await publish(policy("Home market", welcome))
    const { id, leadId } = await aProspect()
    await react()
    expect(await statusOf(id)).toBe("approved")
    expect(await db.lead.findUniqueOrThrow({ where: { id: leadId ?? "" } })).toMatchObject({ state: "qualified" })
    expect(await brokenInvariants()).toEqual([])
  })

  test("is rejected with reason; anybody who may undo takes it back, and no policy decides it again", async () => {
    await publish(policy("Not there", decline))
    const { id } = await aProspect()
    await react()
    expect(await db.prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "rejected",
      decisionReason: "We do not sell there.",
    })
    const decision = await db.decision.findFirstOrThrow({ where: { prospectId: id } })
    await undo(irja, decision.id)
    await db.fact.updateMany({ data: { doneAt: null } })
    await asApplicant(id, confirmEmail)
    await react()
    expect(await statusOf(id)).toBe("pending")
    expect(await brokenInvariants()).toEqual([])
  })

  test("is decided by the first policy from above that holds, and by none that is off", async () => {
    const off = { ...policy("Off", welcome), isOn: false }
    await publish(off, policy("French", welcome, ["country", "is", "FR"]), policy("Not there", decline), policy("Never", welcome))
    const { id } = await aProspect()
    await react()
    expect(await db.prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({ decidedByName: "Policy “Not there”, version 1" })
  })

  test("is given to whom a policy names, and then the others go on; whose it is already stays theirs", async () => {
    await publish(policy("To Irja", { do: "route", personId: irja.id }), policy("Not there", decline, ["country", "is", "FR"]))
    const [own, french, taken] = [await aProspect(), await aProspect({ country: "FR" }), await aProspect()]
    await db.prospect.update({ where: { id: taken.id }, data: { ownerId: henrik.id, ownerName: henrik.name } })
    await react()
    expect(await db.prospect.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({ status: "pending", ownerName: "Irja Salo" })
    expect(await db.prospect.findUniqueOrThrow({ where: { id: french.id } })).toMatchObject({ status: "rejected", ownerId: null })
    expect(await db.prospect.findUniqueOrThrow({ where: { id: taken.id } })).toMatchObject({ ownerName: "Henrik Aalto" })
    expect(await db.auditEntry.findFirst({ where: { recordId: own.id, move: "prospect.assign" } })).toMatchObject({
      actorName: "Policy “To Irja”, version 1",
      to: "Irja Salo",
    })
  })

  test("may wait for the applicant to confirm the address", async () => {
    await publish(policy("Proven", welcome, ["and", ["country", "is", "PT"], ["confirmed", "filled"]]))
    const { id } = await withoutSales(() => aProspect())
    await react()
    expect(await statusOf(id)).toBe("pending")
    await asApplicant(id, confirmEmail)
    await react()
    expect(await statusOf(id)).toBe("approved")
  })

  test("says why where a policy could not decide it", async () => {
    await publish(policy("Home market", welcome))
    const { id, leadId } = await aProspect()
    await db.lead.update({ where: { id: leadId ?? "" }, data: { email: null } })
    await react()
    expect(await statusOf(id)).toBe("pending")
    expect(await db.auditEntry.findFirst({ where: { recordId: id, move: "policy.pass" } })).toMatchObject({
      actorName: "Policy “Home market”, version 1",
      reason: expect.stringContaining("no email address"),
    })
  })
})

describe("a policy asks whether it knows somebody like a request", () => {
  const unknown = policy("Unknown only", welcome, ["and", ["likeRejected", "no"], ["likeCustomer", "no"], ["country", "is", "PT"]])

  test("such as one that was rejected, by the keys and rules of matching, whether a map runs or not", async () => {
    const [before, fresh] = await withoutSales(async () => {
      const rejected = await aProspect({ taxId: "501442600" })
      await reject(henrik, rejected.id)
      await publish(unknown)
      const again = await aProspect({ taxId: "501442600", companyName: rejected.companyName.toUpperCase(), email: `new-${rejected.email}` })
      return [
        again,
        await aProspect({ companyName: "Cordoaria Ribatejana, S.A.", website: "https://cordoaria.example", phone: "+351243300100" }),
      ]
    })
    await react()
    expect([await statusOf(before?.id ?? ""), await statusOf(fresh?.id ?? "")]).toEqual(["pending", "approved"])
  })

  test("or one that is a customer", async () => {
    const { id } = await withoutSales(async () => {
      const partner = await aProspect({ taxId: "502757191" })
      await approve(henrik, partner.id)
      await publish(unknown)
      return aProspect({ taxId: "502757191", companyName: partner.companyName, email: `other-${partner.email}` })
    })
    await react()
    expect(await statusOf(id)).toBe("pending")
  })
})

test("a policy against a person: one decision, whoever was faster", async () => {
  for (let round = 0; round < 6; round++) {
    await publish(policy(`Home market ${round}`, welcome))
    const { id } = await aProspect()
    await Promise.allSettled([react(), reject(henrik, id), react()])
    await react()
    expect(await db.decision.count({ where: { prospectId: id, kind: { in: ["approve", "reject"] } } })).toBe(1)
    expect(["approved", "rejected"]).toContain(await statusOf(id))
  }
  expect(await brokenInvariants()).toEqual([])
})

describe("a rehearsal", () => {
  const rehearse = async (...rules: Rule<ProspectEffect>[]) => {
    await inTransaction(henrik, (ctx) => rehearseProspectRules({ ...ctx, actor: henrik }, { kind: "prospect_policy", draft: { rules } }))
    while (await runNextRuleRun(undefined, { prospect_policy: rehearseProspectsStep })) {}
    return (await openProspectRules({})).rehearsal?.found as PolicyRehearsal
  }

  test("compares what policies would have decided with what people did, and lists what would have been different", async () => {
    await db.prospect.updateMany({ data: { submittedAt: new Date("2020-01-01T00:00:00Z") } })
    const [same, other, open, abroad] = [await aProspect(), await aProspect(), await aProspect(), await aProspect({ country: "DE" })]
    await approve(henrik, same.id)
    await reject(henrik, other.id)
    await reject(henrik, abroad.id)
    const found = await rehearse(policy("Home market", welcome), policy("Two people", { do: "second", moves: ["approve"] }, null))
    expect(found).toMatchObject({ judged: 4, would: { approve: 3, reject: 0 }, agreed: 1, differed: 1, open: 1, notByPeople: 0, second: 4 })
    expect(found.list).toEqual([{ id: other.id, label: other.companyName, rule: "Home market", would: "approve", did: "Rejected" }])
    expect(await statusOf(open.id)).toBe("pending")
  })

  test("looks for those that were rejected by the time when a request came, and for no later ones", async () => {
    await db.prospect.updateMany({ data: { submittedAt: new Date("2020-01-01T00:00:00Z") } })
    const day = (n: number) => new Date(Date.now() - n * 86_400_000)
    const first = await aProspect({ taxId: "500273170" }, day(9))
    await reject(henrik, first.id, day(8))
    const second = await aProspect({ taxId: "500273170", companyName: first.companyName, email: `again-${first.email}` }, day(7))
    await reject(henrik, second.id, day(6))
    const found = await rehearse(policy("Known", decline, ["likeRejected", "yes"]))
    expect(found).toMatchObject({ judged: 2, would: { reject: 1 }, agreed: 1 })
  })
})

test("whoever may not change them is told who can; sales managers change their own and not these", async () => {
  const priya = await aStaff("sales_manager")
  await expect(publishRules(priya, prospectRules, [policy("Mine", welcome)])).rejects.toMatchObject({
    code: "forbidden",
    message: expect.stringContaining("Commerce manager or Administrator"),
  })
  await expect(publishRules(henrik, "policy", [])).rejects.toMatchObject({ code: "forbidden" })
})
