import { beforeAll, expect, test } from "vitest"
import { assignProspect } from "@/lib/commerce/prospects/assign-prospect"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { whileHolding } from "@/lib/platform/testing-waits"
import { addNote } from "@/lib/sales/activities/add-note"
import { editLead } from "@/lib/sales/leads/edit-lead"
import { aLead, anOpportunity, approve, aStaff, merge, qualify, unmerge } from "@/prisma/makers"
import { brokenInvariants } from "./invariants"

const early = new Date("2026-11-20T10:00:00Z")

let maja: Staff
let priya: Staff
let henrik: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
})

/** Runs deeds at the same time, each on a connection of its own: how many went through, and what the others were told. */
async function atOnce(...deeds: (() => Promise<unknown>)[]) {
  const settled = await Promise.allSettled(deeds.map((deed) => deed()))
  const refused = settled.flatMap((result) => (result.status === "rejected" ? [result.reason] : []))
  for (const reason of refused) expect(reason).toBeInstanceOf(AppError)
  return { done: settled.length - refused.length, told: refused.map((reason: AppError) => reason.message) }
}

const two = async () => [await aLead({}, early), await aLead({}, early)] as const
const rounds = Array.from({ length: 8 }, (_, round) => round)

test("a into b and b into a at once: one of them happens, and the other is told", async () => {
  for (const _ of rounds) {
    const [a, b] = await two()
    const { done, told } = await atOnce(
      () => merge(maja, "lead", [a.id, b.id]),
      () => merge(priya, "lead", [b.id, a.id]),
    )
    expect(done).toBe(1)
    expect(told[0]).toMatch(/was merged into .* by (Maja Lindqvist|Priya Raman)/)
    expect(await db.lead.count({ where: { id: { in: [a.id, b.id] } } })).toBe(1)
  }
  expect(await brokenInvariants()).toEqual([])
})

test("the same merge by two at once is one merge", async () => {
  for (const _ of rounds) {
    const [a, b] = await two()
    const { done } = await atOnce(
      () => merge(maja, "lead", [a.id, b.id]),
      () => merge(priya, "lead", [a.id, b.id]),
    )
    expect(done).toBe(1)
    expect(await db.recordMerge.count({ where: { loserId: b.id } })).toBe(1)
  }
})

test("merge against qualify of either: the later one is told, and nothing is half done", async () => {
  for (const round of rounds) {
    const [a, b] = await two()
    const { done, told } = await atOnce(
      () => merge(maja, "lead", [a.id, b.id]),
      () => qualify(priya, round % 2 === 0 ? a.id : b.id),
    )
    // A lead that was merged into, and then qualified, is no contradiction.
    expect(done === 1 || round % 2 === 0).toBe(true)
    for (const message of told) expect(message).toMatch(/Maja Lindqvist|Priya Raman/)
  }
  expect(await brokenInvariants()).toEqual([])
})

test("merge against approval in Commerce of the request that ends", async () => {
  for (const _ of rounds) {
    const [a, b] = await two()
    const { done } = await atOnce(
      () => merge(maja, "lead", [a.id, b.id]),
      () => approve(henrik, b.prospectId ?? ""),
    )
    expect(done).toBe(1)
  }
  expect(await brokenInvariants()).toEqual([])
})

test("merge against an edit: the edit is in the merge, or somebody is told", async () => {
  for (const round of rounds) {
    const [a, b] = await two()
    const edited = round % 2 === 0 ? a : b
    const edit = { id: edited.id, version: 1, changes: { jobTitle: "Buyer" }, base: {} }
    const { done, told } = await atOnce(
      () => merge(maja, "lead", [a.id, b.id]),
      () => inTransaction(priya, (ctx) => editLead({ ...ctx, actor: priya }, edit)),
    )
    expect(done).toBeGreaterThanOrEqual(1)
    for (const message of told) expect(message).toMatch(/edited the lead|merged/)
    const isMerged = (await db.lead.count({ where: { id: b.id } })) === 0
    if (isMerged && done === 2) expect((await db.lead.findUniqueOrThrow({ where: { id: a.id } })).jobTitle).toBe("Buyer")
  }
})

test("merge against a note on the lead that goes: the note is on the one that stays, or its writer is told where to write", async () => {
  for (const _ of rounds) {
    const [a, b] = await two()
    const note = { about: "lead", id: b.id, text: "They called.", attachments: [], mentions: [] } as never
    const { done, told } = await atOnce(
      () => merge(maja, "lead", [a.id, b.id]),
      () => inTransaction(priya, (ctx) => addNote({ ...ctx, actor: priya }, note)),
    )
    expect(await db.activity.count({ where: { leadId: a.id } })).toBe(done - 1)
    for (const message of told) expect(message).toContain("was merged into")
  }
})

test("merge against somebody who takes the request: it is theirs, and stays so once the two are parted", async () => {
  for (const hasRequest of [true, false]) {
    const [a, b] = await two()
    if (!hasRequest) await db.lead.update({ where: { id: a.id }, data: { prospectId: null, prospectNumber: null, fromCommerce: false } })
    if (!hasRequest) await db.prospect.delete({ where: { id: a.prospectId ?? "" } })
    const prospectId = b.prospectId ?? ""
    const { mergeId } = await whileHolding(
      (ctx) => assignProspect({ ...ctx, actor: henrik }, { prospectId, ownerId: henrik.id }),
      () => merge(maja, "lead", [a.id, b.id]),
    )
    await unmerge(maja, mergeId)
    expect(await db.prospect.findUniqueOrThrow({ where: { id: prospectId } })).toMatchObject({
      status: "pending",
      ownerName: "Henrik Aalto",
    })
  }
  expect(await brokenInvariants()).toEqual([])
})

test("unmerge twice at once happens once", async () => {
  for (const _ of rounds) {
    const [a, b] = await two()
    const { mergeId } = await merge(maja, "lead", [a.id, b.id])
    const { done, told } = await atOnce(
      () => unmerge(maja, mergeId),
      () => unmerge(priya, mergeId),
    )
    expect(done).toBe(1)
    expect(told[0]).toMatch(/has unmerged this already\.$/)
    expect(await db.auditEntry.count({ where: { move: "lead.unmerge", recordId: a.id } })).toBe(1)
  }
  expect(await brokenInvariants()).toEqual([])
})

test("two accounts merged both ways at once, with their customers", async () => {
  for (const _ of rounds.slice(0, 4)) {
    const [a, b] = [await anOpportunity(maja, {}, early), await anOpportunity(maja, {}, early)]
    const { done } = await atOnce(
      () => merge(maja, "account", [a.accountId, b.accountId]),
      () => merge(priya, "account", [b.accountId, a.accountId]),
    )
    expect(done).toBe(1)
  }
  expect(await brokenInvariants()).toEqual([])
})
