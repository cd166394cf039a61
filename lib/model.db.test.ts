import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { beginRun } from "@/lib/bulk/begin-run"
import { chooseAll } from "@/lib/bulk/choose-items"
import { startRun, undoRun } from "@/lib/bulk/move-run"
import { runNextPiece } from "@/lib/bulk/run-next"
import { BeginRun } from "@/lib/bulk/schema"
import type { Staff } from "@/lib/identity/actor"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { assignLead } from "@/lib/sales/leads/assign-lead"
import { brokenInvariants } from "@/lib/sync/invariants"
import { mergeRecords } from "@/lib/sync/merge-records"
import { MergeRecords } from "@/lib/sync/schema"
import { unmergeRecords } from "@/lib/sync/unmerge-records"
import { aLead, approve, aStaff, asApplicant, disqualify, lose, qualify, reactivate, reject, reopen, undo, win } from "@/prisma/makers"
import { emptyWorld, moves, type Road, type RunList, recordOf, type Stand, standInStores, standOf, type World } from "./testing-model"

const windowMs = 60_000
let staff: Staff[]

beforeAll(async () => {
  staff = await Promise.all(
    (["seller", "seller", "sales_manager", "commerce_manager", "administrator", "auditor"] as const).map((role) => aStaff(role)),
  )
})

type Deed = { name: string; run: (world: World) => Promise<void> }
const one = <Thing>(things: readonly Thing[], at: number): Thing | undefined => things[at % Math.max(1, things.length)]
const person = (at: number): Staff => {
  const found = one(staff, at)
  if (!found) throw new Error("Nobody works here")
  return found
}
const at = (world: World) => new Date(world.now)

/** Runs a move. What the model allows must happen; what it refuses must be refused in words, and change nothing. */
async function expectMove<Answer>(road: Road, expected: Stand | null, move: () => Promise<Answer>): Promise<Answer | null> {
  const outcome = await move().then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  )
  if ("error" in outcome && !(outcome.error instanceof AppError)) throw outcome.error
  expect("error" in outcome ? String(outcome.error) : "done").toEqual(expected ? "done" : expect.stringContaining("AppError"))
  Object.assign(road, expected ?? {})
  await expectStand(road)
  return "answer" in outcome ? outcome.answer : null
}

/** Both stores say of a request what the model says; of one whose lead became part of another, that it is Merged. */
async function expectStand(road: Road): Promise<void> {
  if (!road.merged) return expect(await standInStores(road.prospectId)).toEqual(standOf(road))
  const { status, leadId } = await db.prospect.findUniqueOrThrow({ where: { id: road.prospectId }, select: { status: true, leadId: true } })
  expect({ status, leadId }).toEqual({ status: "merged", leadId: null })
}

/** What may be refused for reasons that the model does not know; null when it was. */
async function orRefused<Answer>(move: Promise<Answer>): Promise<Answer | null> {
  return move.catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
}

/** A decision that can be undone: it is the road's last, and counts on what it shares with other roads. */
async function decide(world: World, road: Road, by: Staff, expected: Stand | null, move: () => Promise<{ decisionId: string }>) {
  const before = standOf(road)
  const answer = await expectMove(road, expected, move)
  if (!answer) return
  road.last = { decisionId: answer.decisionId, by, at: world.now, before }
  road.decidedAt = world.now
}

/** Whether what the road made may serve others too, so that Undo may have to leave it. */
const isShared = (world: World, road: Road) =>
  world.roads.some((other) => other !== road && other.email === road.email) || road.accountId !== null

const deeds: Record<string, (world: World, pick: { road: Road; by: Staff; to: Staff; n: number }) => Promise<unknown>> = {
  qualify: async (world, { road, by, n }) => {
    const contact = await db.contact.findUnique({ where: { email: road.email }, select: { id: true } })
    const accounts = world.roads.flatMap(({ accountId }) => accountId ?? [])
    const accountId = n % 3 === 0 ? (one(accounts, n) ?? null) : null
    const opportunity = n % 7 === 0 ? "skip" : "create"
    await decide(world, road, by, moves.qualify(road, by, opportunity), async () => {
      const made = await qualify(by, road.leadId, { accountId, contactId: contact?.id ?? null, opportunity }, at(world))
      road.accountId = made.accountId
      return made
    })
  },
  disqualify: (world, { road, by }) =>
    decide(world, road, by, moves.disqualify(road, by), () => disqualify(by, road.leadId, {}, at(world))),
  win: async (world, { road, by }) => {
    const opportunityId = await opportunityOf(road)
    if (opportunityId) await decide(world, road, by, moves.win(road, by), () => win(by, opportunityId, {}, at(world)))
  },
  lose: async (world, { road, by }) => {
    const opportunityId = await opportunityOf(road)
    if (opportunityId) await decide(world, road, by, moves.lose(road, by), () => lose(by, opportunityId, {}, at(world)))
  },
  approve: async (world, { road, by }) => {
    await decide(world, road, by, moves.approve(road, by), () => approve(by, road.prospectId, at(world)))
    await settleAccount(road)
  },
  reject: (world, { road, by }) => decide(world, road, by, moves.reject(road, by), () => reject(by, road.prospectId, at(world))),
  reopen: async (world, { road, by }) => {
    const opportunityId = await opportunityOf(road)
    if (!opportunityId) return
    if (await expectMove(road, moves.reopen(road, by), () => reopen(by, opportunityId, at(world)))) road.last = null
  },
  reactivate: async (world, { road, by }) => {
    if (await expectMove(road, moves.reactivate(road, by), () => reactivate(by, road.leadId, false, at(world)))) road.last = null
  },
  withdraw: async (world, { road }) => {
    if (await expectMove(road, moves.withdraw(road), () => asApplicant(road.prospectId, withdrawRequest, at(world)))) road.last = null
  },
  assign: async (world, { road, by, to }) => {
    const assigned = () => inTransaction(by, (ctx) => assignLead({ ...ctx, actor: by }, { leadId: road.leadId, ownerId: to.id }), at(world))
    if (await expectMove(road, moves.assign(road, by, to), assigned)) road.last = null
  },
  undo: async (world, { road, by }) => {
    const { last } = road
    if (!last) return
    const isInTime = world.now < last.at + windowMs
    const mayUndo = by.id === last.by.id || ["sales_manager", "commerce_manager", "administrator"].includes(by.staffRole)
    const answer = await orRefused(undo(by, last.decisionId, at(world)))
    if (!isInTime || !mayUndo) expect(answer).toBeNull()
    else if (!isShared(world, road)) expect(answer).not.toBeNull()
    if (answer) Object.assign(road, last.before, { last: null })
    await expectStand(road)
  },
  merge: async (world, { road, by, n }) => {
    const other = one(standing(world), n)
    if (!other) return
    const before = standOf(other)
    const isQuiet = [road, other].every(({ decidedAt }) => world.now >= decidedAt + windowMs)
    const may = other !== road && moves.merge(road, other, by)
    const answer = await orRefused(mergeLeads(by, road, other, at(world)))
    if (!may) expect(answer).toBeNull()
    else if (isQuiet) expect(answer).not.toBeNull()
    if (answer) {
      Object.assign(other, { last: null, merged: { mergeId: answer.mergeId, into: road, before, at: world.now } })
      await settle(road)
    }
    await Promise.all([road, other].map(expectStand))
  },
  unmerge: async (world, { by, n }) => {
    const road = one(
      world.roads.filter(({ merged }) => merged),
      n,
    )
    if (!road?.merged) return
    const { into, mergeId, before } = road.merged
    const parted = inTransaction(by, (ctx) => unmergeRecords({ ...ctx, actor: by }, { mergeId }), at(world))
    const answer = await orRefused(parted)
    const isQuiet = !into.merged && world.now >= into.decidedAt + windowMs && into.lead === "open"
    if (!moves.unmerge(into, by)) expect(answer).toBeNull()
    else if (isQuiet && isLastMerge(world, road.merged)) expect(answer).not.toBeNull()
    if (answer) {
      Object.assign(road, before, { merged: null })
      await Promise.all([road, into].map(settle))
    }
    await Promise.all([road, into].map(expectStand))
  },
  bulk: async (world, { by, to, n }) => {
    const kind = (["assign", "qualify", "disqualify", "approve", "reject"] as const)[n % 5] ?? "assign"
    const list: RunList = kind === "approve" || kind === "reject" ? "prospects" : "leads"
    const chosen = standing(world).filter((_, place) => (n >> place) % 2 === 0)
    const reason = "We cannot offer a partnership at this time."
    const input = { assign: { ownerId: to.id }, qualify: {}, disqualify: { statusReason: "lost" }, approve: {}, reject: { reason } }[kind]
    const id = chosen.length > 0 ? await orRefused(runOver(world, by, list, kind, chosen, input)) : null
    const items = id === null ? [] : await db.bulkItem.findMany({ where: { runId: id } })
    const changed: { road: Road; before: Stand }[] = []
    for (const road of chosen) {
      const wanted = {
        assign: moves.assign(road, by, to),
        qualify: moves.qualify(road, by, "create"),
        disqualify: moves.disqualify(road, by),
        approve: moves.approve(road, by),
        reject: moves.reject(road, by),
      }[kind]
      if (items.find(({ recordId }) => recordId === recordOf(list, road))?.result === "done") {
        expect(wanted).not.toBeNull()
        changed.push({ road, before: standOf(road) })
        Object.assign(road, wanted, { last: null, decidedAt: kind === "assign" ? road.decidedAt : world.now })
      } else if (kind === "disqualify" || kind === "reject") expect(wanted).toBeNull()
      await expectStand(road)
    }
    if (id !== null && changed.length > 0) world.runs.push({ id, list, by, at: world.now, changed })
  },
  "undo bulk": async (world, { by, n }) => {
    const run = one(world.runs, n)
    if (!run) return
    const begun = await orRefused(inTransaction(by, (ctx) => undoRun({ ...ctx, actor: by }, { id: run.id }), at(world)))
    if (world.now >= run.at + windowMs) expect(begun).toBeNull()
    if (!begun) return
    await drain(world)
    const undone = new Set((await db.bulkItem.findMany({ where: { runId: run.id, result: "undone" } })).map(({ recordId }) => recordId))
    for (const { road, before } of run.changed) {
      if (undone.has(recordOf(run.list, road))) Object.assign(road, before, { last: null })
      await expectStand(road)
    }
    world.runs.splice(world.runs.indexOf(run), 1)
  },
}

const standing = ({ roads }: World) => roads.filter(({ merged }) => !merged)

/** The account that a road became: what is used by others may have to stay. */
async function settleAccount(road: Road): Promise<void> {
  const lead = await db.lead.findUnique({ where: { id: road.leadId }, select: { accountId: true } })
  road.accountId ??= lead?.accountId ?? null
}

/** After a merge or its undoing: an owner is a field like any other, and no earlier decision can be undone. */
async function settle(road: Road): Promise<void> {
  Object.assign(road, { last: null }, road.merged ? {} : { ownerId: (await standInStores(road.prospectId)).ownerId })
}

/** Merges that follow one another on a lead are taken apart from the last. */
const isLastMerge = ({ roads }: World, { into, at: mergedAt, mergeId }: NonNullable<Road["merged"]>) =>
  roads.every(({ merged }) => !merged || merged.mergeId === mergeId || merged.into !== into || merged.at < mergedAt)

async function mergeLeads(by: Staff, primary: Road, loser: Road, now: Date) {
  const versionOf = async ({ leadId: id }: Road) => (await db.lead.findUnique({ where: { id }, select: { version: true } }))?.version ?? 1
  const versions = { primaryVersion: await versionOf(primary), loserVersion: await versionOf(loser) }
  const asked = MergeRecords.parse({ kind: "lead", primaryId: primary.leadId, loserId: loser.leadId, ...versions })
  return inTransaction(by, (ctx) => mergeRecords({ ...ctx, actor: by }, asked), now)
}

/** A whole run, as its person and the worker go through it: looked at, begun, done. */
async function runOver(world: World, by: Staff, list: RunList, kind: string, roads: readonly Road[], input: object): Promise<string> {
  const asked = BeginRun.parse({ list, scope: "ticked", kind, ids: roads.map((road) => recordOf(list, road)), input })
  const { id } = await inTransaction(by, (ctx) => beginRun({ ...ctx, actor: by }, asked), at(world))
  await drain(world)
  const run = await db.bulkRun.findUniqueOrThrow({ where: { id } })
  if (run.state !== "ready") return id
  if (run.choose > 0) await inTransaction(by, (ctx) => chooseAll({ ...ctx, actor: by }, { id, choice: "best" }), at(world))
  await inTransaction(by, (ctx) => startRun({ ...ctx, actor: by }, { id }), at(world))
  await drain(world)
  return id
}

async function drain(world: World): Promise<void> {
  while (await runNextPiece(() => at(world)));
}

async function opportunityOf(road: Road): Promise<string | null> {
  return (await db.lead.findUniqueOrThrow({ where: { id: road.leadId }, select: { opportunityId: true } })).opportunityId
}

async function submit(world: World, n: number): Promise<void> {
  const email = `person-${n % 4}@${world.mark}.example`
  const lead = await aLead({ email, companyName: `Company ${n % 5} of ${world.mark}` }, at(world))
  world.roads.push({
    ...{ prospectId: lead.prospectId ?? "", leadId: lead.id, email, accountId: null, last: null, decidedAt: 0, merged: null },
    ...{ lead: "open", opportunity: null, prospect: "pending", ownerId: null },
  })
}

const number = fc.nat(999)
const step: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: number.map((n) => ({ name: `submit ${n}`, run: (world: World) => submit(world, n) })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1_000, 20_000, 90_000).map((ms) => ({
      name: `wait ${ms}`,
      run: async (world: World) => {
        world.now += ms
      },
    })),
  },
  {
    weight: 16,
    arbitrary: fc.tuple(fc.constantFrom(...Object.keys(deeds)), number, number, number, number).map(([name, r, b, t, n]) => ({
      name: `${name} ${r} ${b} ${t} ${n}`,
      run: async (world: World) => {
        const road = one(standing(world), r)
        if (road) await deeds[name]?.(world, { road, by: person(b), to: person(t), n })
      },
    })),
  },
)

test("whatever several people do in whatever order, both stores stand where the contract says, and nothing breaks", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 40, size: "max" }), async (steps) => {
      const world = emptyWorld()
      await submit(world, 0)
      for (const { run } of steps) {
        world.now += 100
        await run(world)
      }
      expect(await brokenInvariants()).toEqual([])
    }),
    { seed: Number(process.env.MODEL_SEED ?? 20261130), numRuns: Number(process.env.MODEL_RUNS ?? 40), endOnFailure: false },
  )
}, 600_000)
