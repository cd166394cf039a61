import { beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { aRule, publish } from "@/lib/sales/rule-sets/testing-rules"
import { aLead, aStaff, asApplicant } from "@/prisma/makers"
import { brokenInvariants } from "../invariants"
import { DisqualifyLead } from "../schema"
import { confirmApprovals, sendBackApprovals } from "./answer-many"
import { disqualifyOrAsk } from "./decide-or-ask"
import { listApprovals } from "./queries"
import { ApprovalRefs } from "./schema"

let priya: Staff
let maja: Staff
let noor: Staff

beforeEach(async () => {
  await db.$executeRaw`truncate sales.rule_set, sales.rule_version, sales.rule_run, platform.approval, platform.notification`
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  noor = await aStaff("administrator", { name: "Noor Haddad" })
  await publish(priya, "policy", [aRule({ do: "second", moves: ["disqualify"] }, null, { name: "Two people" })])
})

type Asked = { approvalId: string; leadId: string; prospectId: string }

/** Leads that Maja asked to disqualify. */
async function asked(count: number): Promise<Asked[]> {
  const all = []
  for (let made = 0; made < count; made++) {
    const { id: leadId, prospectId } = await aLead()
    const input = DisqualifyLead.parse({ leadId, statusReason: "canceled", comment: "Not for us" })
    await inTransaction(maja, (ctx) => disqualifyOrAsk({ ...ctx, actor: maja }, input))
    const { id: approvalId } = await db.approval.findFirstOrThrow({ where: { leadId } })
    all.push({ approvalId, leadId, prospectId: prospectId ?? "" })
  }
  return all
}
const idsOf = (all: readonly Asked[]) => all.map(({ approvalId }) => approvalId)
const confirm = (staff: Staff, all: readonly Asked[]) =>
  inTransaction(staff, (ctx) => confirmApprovals({ ...ctx, actor: staff }, { approvalIds: idsOf(all) }))
const statesOf = async (all: readonly Asked[]) =>
  (await db.lead.findMany({ where: { id: { in: all.map(({ leadId }) => leadId) } }, select: { state: true } })).map(({ state }) => state)

describe("many that wait for a second person", () => {
  test("are confirmed at once, each with its decision and letter; what was decided otherwise says so, and who asked hears once", async () => {
    const all = await asked(4)
    const [gone, ...others] = all
    await asApplicant(gone?.prospectId ?? "", withdrawRequest)
    const answered = await confirm(priya, all)
    expect(answered).toMatchObject({ done: 3, left: [expect.stringContaining("Overtaken")] })
    expect(await statesOf(others)).toEqual(["disqualified", "disqualified", "disqualified"])
    const decisions = await db.decision.findMany({ where: { approvalId: { in: idsOf(all) } } })
    expect(decisions.map(({ actorName }) => actorName)).toEqual(["Priya Raman", "Priya Raman", "Priya Raman"])
    expect(await db.mail.count({ where: { decisionId: { in: decisions.map(({ id }) => id) } } })).toBe(3)
    expect(await db.notification.findMany({ where: { personId: maja.id } })).toMatchObject([
      { kind: "approval", text: "Confirmed: Disqualify, 3 of them." },
    ])
    expect(await brokenInvariants()).toEqual([])
  })

  test("are not confirmed by whoever asked, not one of them", async () => {
    const all = await asked(2)
    await expect(confirm(maja, all)).rejects.toMatchObject({ message: expect.stringContaining("You asked for this yourself") })
    expect(await statesOf(all)).toEqual(["open", "open"])
  })

  test("are sent back with one reason, told once", async () => {
    const all = await asked(3)
    const given = { approvalIds: idsOf(all), reason: "Call them first" }
    expect(await inTransaction(priya, (ctx) => sendBackApprovals({ ...ctx, actor: priya }, given))).toEqual({ done: 3, left: [] })
    expect(await db.approval.count({ where: { state: "sent_back", reason: "Call them first" } })).toBe(3)
    expect(await db.notification.findMany({ where: { personId: maja.id } })).toMatchObject([
      { text: "Sent back, 3 of them: Call them first" },
    ])
    expect(await statesOf(all)).toEqual(["open", "open", "open"])
  })

  test("are answered as far as there is time; the others wait on, are told as left, and are answered the next time", async () => {
    const all = await asked(5)
    // Each look at the clock takes two seconds, and five are enough.
    let ms = 0
    const answerAll = (ctx: Ctx) => confirmApprovals({ ...ctx, actor: priya }, { approvalIds: idsOf(all) }, () => (ms += 2000))
    const states = async () => (await statesOf(all)).filter((state) => state === "disqualified").length
    const first = await inTransaction(priya, answerAll)
    expect([first.done, first.left.length, await states()]).toEqual([3, 2, 3])
    expect(first.left).toEqual(Array.from({ length: 2 }, () => expect.stringContaining(": It waits on: answer the others again.")))
    const left = await db.approval.findMany({ where: { state: "waiting" }, select: { id: true } })
    const given = { approvalIds: left.map(({ id }) => id) }
    expect(await inTransaction(priya, (ctx) => confirmApprovals({ ...ctx, actor: priya }, given))).toEqual({ done: 2, left: [] })
    expect(await states()).toBe(5)
    expect(await db.decision.count({ where: { approvalId: { in: idsOf(all) } } })).toBe(5)
    expect(await brokenInvariants()).toEqual([])
  })

  test("are sent back as far as there is time too", async () => {
    const all = await asked(2)
    let ms = 0
    const given = { approvalIds: idsOf(all), reason: "Call them first" }
    const answered = await inTransaction(priya, (ctx) => sendBackApprovals({ ...ctx, actor: priya }, given, () => (ms += 5000)))
    expect(answered).toMatchObject({ done: 1, left: [expect.stringContaining("It waits on")] })
    expect(await db.approval.count({ where: { state: "waiting" } })).toBe(1)
  })

  test("are answered once each, whoever else answers the same ones at that moment", async () => {
    for (let round = 0; round < 4; round++) {
      const all = await asked(4)
      const settled = await Promise.allSettled([confirm(priya, all), confirm(noor, all.toReversed())])
      for (const one of settled) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(AppError)
      expect(settled.reduce((sum, one) => sum + (one.status === "fulfilled" ? one.value.done : 0), 0)).toBe(4)
      expect(await db.decision.count({ where: { approvalId: { in: idsOf(all) } } })).toBe(4)
    }
    expect(await brokenInvariants()).toEqual([])
  })

  test("are counted all, though only the oldest are listed, and are named in a form's one line", async () => {
    const all = await asked(2)
    const { waiting, total } = await listApprovals(priya)
    expect([waiting.map(({ id }) => id).sort(), total]).toEqual([idsOf(all).sort(), 2])
    expect(ApprovalRefs.parse({ approvalIds: idsOf(all).join() })).toEqual({ approvalIds: idsOf(all) })
    expect(ApprovalRefs.safeParse({ approvalIds: "" }).success).toBe(false)
    expect(ApprovalRefs.safeParse({ approvalIds: "x' or 1=1" }).success).toBe(false)
  })

  test("are found among all that wait or did, by record, person or policy", async () => {
    const all = await asked(2)
    const [one, two] = await db.approval.findMany({ where: { id: { in: idsOf(all) } } })
    if (!one || !two) throw new Error("Nothing was asked for")
    const sentBack = { state: "sent_back" as const, answeredById: priya.id, answeredAt: new Date(), reason: "Call them" }
    const many = Array.from({ length: 100 }, (_, n) => ({ ...one, input: {}, label: `Many ${n}`, prospectId: null }))
    const waiting = many.map((row) => ({ ...row, id: newId(), leadId: newId(), askedAt: new Date("2020-01-01") }))
    const answered = many.map((row) => ({ ...row, id: newId(), ...sentBack, askedAt: new Date("2090-01-01") }))
    await db.approval.createMany({ data: [...waiting, ...answered] })
    await db.approval.update({ where: { id: one.id }, data: { label: "Náutica do Sado, Lda." } })
    await db.approval.update({ where: { id: two.id }, data: { label: "Nautica Norte 50%", ...sentBack } })
    const found = async (q: string) => {
      const { waiting, answered } = await listApprovals(priya, q)
      return [waiting, answered].map((rows) => rows.map(({ id }) => id))
    }
    for (const { id } of [one, two]) expect((await found("")).flat()).not.toContain(id)
    expect(await found("NAUTICA")).toEqual([[one.id], [two.id]])
    expect(await found("sado")).toEqual([[one.id], []])
    expect(await found("50%")).toEqual([[], [two.id]])
    expect((await found(one.askedByName)).map((ids) => ids.length)).toEqual([100, 100])
    expect((await found(`“${one.ruleName}”, version ${one.ruleVersion}`)).map((ids) => ids.length)).toEqual([100, 100])
    expect(await found("nothing has this name")).toEqual([[], []])
  })
})
