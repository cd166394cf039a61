import { expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { runNextFact } from "@/lib/platform/run-facts"
import { reactions } from "@/lib/reactions"
import { aLead, aStaff } from "@/prisma/makers"
import { changeMatchingRules, matchingRulesId } from "./change-rules"
import { getMatchingRules } from "./get-rules"
import { getSample } from "./get-sample"
import { countDuplicates } from "./list-pairs"
import type { MatchingRules } from "./matching-rules"
import { runMatching } from "./run-matching"
import { isSweepOver } from "./sweep-state"

async function settle(): Promise<void> {
  while (await runMatching());
}
const change = (staff: Staff, version: number, rules: MatchingRules) =>
  inTransaction(staff, (ctx) => changeMatchingRules({ ...ctx, actor: staff }, { version, rules }))

const aTwin = async (domain: string, name: string) =>
  aLead({
    companyName: `Levante ${domain}`,
    email: `${name}@${domain}.example`,
    website: null,
    phone: `+3512${newId().slice(-8).replaceAll(/\D/g, "6")}`,
  })

test("changed rules are kept with version and audit, and everything is compared anew by them", async () => {
  const domain = newId().slice(-8)
  const one = await aTwin(domain, "ana")
  await aTwin(domain, "rui")
  await settle()
  expect(await countDuplicates(one.id)).toBe(1)
  const staff = await aStaff("sales_manager")
  const { rules, version } = await getMatchingRules()
  const off = { ...rules.strengths, name: 0, address: 0 }
  await change(staff, version, { ...rules, strengths: off, sharedDomains: [`${domain}.example`] })
  expect(await isSweepOver()).toBe(false)
  await settle()
  expect(await isSweepOver()).toBe(true)
  expect(await countDuplicates(one.id)).toBe(0)
  expect(await getMatchingRules()).toMatchObject({ version: version + 1, rules: { strengths: off } })
  const [audit] = await db.auditEntry.findMany({ where: { recordId: matchingRulesId }, orderBy: { at: "desc" } })
  expect(audit).toMatchObject({
    move: "matching.change",
    actorName: staff.name,
    to: `Company name off, Address off, Shared domains ${domain}.example`,
  })
  expect(await db.fieldChange.count({ where: { recordId: matchingRulesId } })).toBe(3)
})

test("of two who change the rules at once one is told that the other did", async () => {
  const [ana, rui] = [await aStaff("sales_manager", { name: "Ana" }), await aStaff("administrator", { name: "Rui" })]
  const { rules, version } = await getMatchingRules()
  const with_ = (possible: number) => ({ ...rules, thresholds: { ...rules.thresholds, possible } })
  const settled = await Promise.allSettled([change(ana, version, with_(41)), change(rui, version, with_(42))])
  const [refused] = settled.flatMap((result) => (result.status === "rejected" ? [String(result.reason.message)] : []))
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  expect(refused).toMatch(/^(Ana|Rui) changed the matching rules on .*Your change was not made/)
  expect((await getMatchingRules()).version).toBe(version + 1)
})

test("rules that are the same are not saved again", async () => {
  const { rules, version } = await getMatchingRules()
  await expect(change(await aStaff("administrator"), version, rules)).rejects.toMatchObject({ code: "invalid" })
})

test("a sample for the rehearsal is bounded and holds what the newest records share", async () => {
  const domain = newId().slice(-8)
  const [one, other] = [await aTwin(domain, "ana"), await aTwin(domain, "rui")]
  await settle()
  const { records, pairs } = await getSample()
  expect(records).toBeGreaterThan(1)
  expect(pairs.length).toBeLessThanOrEqual(400)
  expect(pairs.map((pair) => [pair.one.id, pair.other.id].sort().join())).toContain([one.id, other.id].sort().join())
})

test("a lead that arrived is compared before any rule looks at it", async () => {
  const { rules, version } = await getMatchingRules()
  await change(await aStaff("administrator"), version, {
    ...rules,
    strengths: { ...rules.strengths, name: 5, address: 5 },
    sharedDomains: [],
  })
  const domain = newId().slice(-8)
  const [one, other] = [await aTwin(domain, "ana"), await aTwin(domain, "rui")]
  while (await runNextFact(reactions));
  expect(await db.lead.count({ where: { id: { in: [one.id, other.id] }, hasDuplicates: true } })).toBe(2)
})
