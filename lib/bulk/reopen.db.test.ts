import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { db } from "@/lib/platform/db"
import { isHeldByRun } from "@/lib/platform/held"
import { brokenInvariants } from "@/lib/sync/invariants"
import { aLead, anOpportunity, aStaff, asApplicant, disqualify, lose, win } from "@/prisma/makers"
import { getItems, getRun, run, takeBack } from "./testing-runs"

let maja: Staff
let priya: Staff
beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})

const opportunities = { list: "opportunities", input: { reason: "The budget came after all." } }
const prospectsOf = async (ids: readonly (string | null)[]) =>
  (await db.prospect.findMany({ where: { id: { in: ids.flatMap((id) => id ?? []) } }, orderBy: { number: "asc" } })).map(
    ({ status }) => status,
  )

describe("reopening many", () => {
  test("opens Won and Lost ones as the single move does, ends access at once, and says why the others are left", async () => {
    const [won, lost, open] = [await anOpportunity(priya), await anOpportunity(maja), await anOpportunity(maja)]
    await win(priya, won.id)
    await lose(maja, lost.id)
    const id = await run(priya, "reopen", [won.id, lost.id, open.id], opportunities)
    expect((await getItems(id)).map(({ verdict, told }) => [verdict, told])).toEqual([
      ["ready", `Won → In Progress; ${won.prospectNumber} Pending again, and the partner's access ends at once`],
      ["ready", `Canceled → In Progress; ${lost.prospectNumber} Pending again`],
      ["blocked", "This opportunity is open already."],
    ])
    expect(await getRun(id)).toMatchObject({ state: "done", done: 2, skipped: 1, failed: 0, undoableUntil: null })
    const now = await db.opportunity.findMany({ where: { id: { in: [won.id, lost.id, open.id] } } })
    expect(now.map(({ state, statusReason, stage }) => `${state} ${statusReason} ${stage}`)).toEqual(
      Array(3).fill("open in_progress develop"),
    )
    expect(await prospectsOf([won.prospectId, lost.prospectId])).toEqual(["pending", "pending"])
    const ofWon = { organization: { organizationOf: { some: { id: won.prospectId ?? "" } } } }
    expect((await db.hierarchy.findFirstOrThrow({ where: ofWon })).suspendedAt).not.toBeNull()
    const told = await db.auditEntry.findMany({ where: { move: "opportunity.reopen", recordId: { in: [won.id, lost.id] } } })
    expect(told.map(({ reason, actorName }) => [reason, actorName])).toEqual(Array(2).fill([opportunities.input.reason, "Priya Raman"]))
    expect(await brokenInvariants()).toEqual([])
  })

  test("tells their owner once, and is not taken back: what is open is decided anew", async () => {
    const lost = [await anOpportunity(maja), await anOpportunity(maja)]
    for (const { id } of lost) await lose(maja, id)
    const ids = lost.map(({ id }) => id)
    const id = await run(priya, "reopen", ids, opportunities)
    const bells = await db.notification.findMany({ where: { recordId: id } })
    expect(bells.map(({ personId, text }) => [personId, text])).toEqual([[maja.id, "2 opportunities of yours were reopened."]])
    await expect(takeBack(priya, id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("decided anew") })
    await lose(maja, ids[0] ?? "")
    expect(await brokenInvariants()).toEqual([])
  })

  test("wants a reason first, and leaves a colleague's alone", async () => {
    const [one, other] = [await anOpportunity(maja), await anOpportunity(maja)]
    for (const { id } of [one, other]) await lose(maja, id)
    await expect(run(priya, "reopen", [one.id], { list: "opportunities", input: { reason: " " } })).rejects.toMatchObject({
      fields: { reason: "Say why it is reopened" },
    })
    const blocked = await run(await aStaff("seller"), "reopen", [one.id, other.id], opportunities).catch((error: Error) => error.message)
    expect(blocked).toContain("Nothing here can be done")
  })
})

describe("reactivating many", () => {
  test("opens Disqualified leads, mails their applicants where that was chosen, and says why the others are left", async () => {
    const [one, other, gone, open] = [await aLead(), await aLead(), await aLead(), await aLead()]
    for (const { id } of [one, other]) await disqualify(priya, id)
    await asApplicant(gone.prospectId ?? "", withdrawRequest)
    const leads = [one, other, gone, open]
    const id = await run(
      priya,
      "reactivate",
      leads.map((lead) => lead.id),
      { input: { tellApplicant: "on" } },
    )
    expect((await getItems(id)).map(({ verdict, told }) => [verdict, told])).toEqual([
      ["ready", `Lost → New; ${one.prospectNumber} Pending again, mail to ${one.email}`],
      ["ready", `Lost → New; ${other.prospectNumber} Pending again, mail to ${other.email}`],
      ["blocked", "The applicant withdrew this request. Only a new request can bring it back."],
      ["blocked", expect.stringContaining("Open")],
    ])
    expect(await getRun(id)).toMatchObject({ state: "done", done: 2, skipped: 2, undoableUntil: null })
    const now = await db.lead.findMany({ where: { id: { in: leads.map((lead) => lead.id) } }, orderBy: { createdAt: "asc" } })
    expect(now.map(({ state, statusReason }) => `${state} ${statusReason}`)).toEqual([
      "open new",
      "open new",
      "disqualified no_longer_interested",
      "open new",
    ])
    expect(await prospectsOf([one.prospectId, other.prospectId])).toEqual(["pending", "pending"])
    const mails = await db.mail.findMany({ where: { letter: "request-reopened", recordIds: { hasSome: leads.map((lead) => lead.id) } } })
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual([one.email, other.email].sort())
    expect(mails.filter(({ sendAfter }) => isHeldByRun(sendAfter))).toEqual([])
    expect(await brokenInvariants()).toEqual([])
  })
})
