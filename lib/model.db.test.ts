import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import { addChannel } from "@/lib/commerce/channels/change-channels"
import type { Staff } from "@/lib/identity/actor"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { assignLead } from "@/lib/sales/leads/assign-lead"
import { brokenInvariants } from "@/lib/sync/invariants"
import {
  aLead,
  approve,
  aStaff,
  asApplicant,
  disqualify,
  lose,
  merge,
  qualify,
  reactivate,
  reject,
  reopen,
  undo,
  unmerge,
  win,
} from "@/prisma/makers"
import {
  at,
  emptyWorld,
  expectStand,
  isQuiet,
  moves,
  one,
  orRefused,
  type Road,
  type Stand,
  sells,
  settleAccount,
  standInStores,
  standing,
  standOf,
  type World,
  windowMs,
  works,
} from "./testing-model"
import { drain, runDeeds } from "./testing-model-runs"
import { seatDeeds } from "./testing-model-seats"

/** The form of a second storefront. */
const outlet = newId()
let staff: Staff[]

beforeAll(async () => {
  staff = await Promise.all(
    (["seller", "seller", "sales_manager", "commerce_manager", "administrator", "auditor"] as const).map((role) => aStaff(role)),
  )
  const shop = { name: `Outlet ${outlet}`, storeUrl: null, languages: ["en" as const], defaultLanguage: "en" as const, formSlug: outlet }
  const actor = person(3)
  await inTransaction(actor, (ctx) => addChannel({ ...ctx, actor }, { ...shop, intro: null, letterProfileId: null }))
})

type Deed = { name: string; run: (world: World) => Promise<void> }
const person = (place: number): Staff => {
  const found = one(staff, place)
  if (!found) throw new Error("Nobody works here")
  return found
}

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
  world.mixed.has(road) || world.roads.some((other) => other !== road && other.email === road.email) || road.accountId !== null

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
    const expected = moves.reopen(road, by)
    const deed = () => reopen(by, opportunityId, at(world))
    // Who came in with another request of the same company may be the only Admin that is left.
    const isJoint = world.roads.some((other) => other !== road && other.prospect === "approved" && other.accountId === road.accountId)
    const refused = isJoint && expected !== null && (await orRefused(deed())) === null
    if (!isJoint) await expectMove(road, expected, deed)
    else if (!refused) Object.assign(road, expected)
    if (expected && !refused) road.last = null
    await expectStand(road)
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
    const may = other !== road && moves.merge(road, other, by)
    const answer = await orRefused(merge(by, "lead", [road.leadId, other.leadId], {}, at(world)))
    if (!may) expect(answer).toBeNull()
    else if (isQuiet(world, road) && isQuiet(world, other)) expect(answer).not.toBeNull()
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
    const answer = await orRefused(unmerge(by, mergeId, at(world)))
    const isCalm = !into.merged && isQuiet(world, into) && into.lead === "open"
    if (!moves.unmerge(into, by)) expect(answer).toBeNull()
    else if (isCalm && isLastMerge(world, road.merged)) expect(answer).not.toBeNull()
    if (answer) {
      Object.assign(road, before, { merged: null })
      await Promise.all([road, into].map(settle))
    }
    await Promise.all([road, into].map(expectStand))
  },
  "merge what they became": async (world, { road, by, n }) => {
    const kind = n % 2 === 0 ? "account" : "contact"
    const other = one(standing(world), n)
    const [stays, goes] = [await partyOf(kind, road), other ? await partyOf(kind, other) : null]
    if (!stays || !goes) return
    const may = sells(by) && stays.id !== goes.id && works(by, stays.ownerId) && works(by, goes.ownerId)
    const answer = await orRefused(merge(by, kind, [stays.id, goes.id], {}, at(world)))
    if (!may) expect(answer).toBeNull()
    else if (world.roads.every((each) => isQuiet(world, each)) && stays.isPlain && goes.isPlain) expect(answer).not.toBeNull()
    if (answer) {
      world.merges.push({ mergeId: answer.mergeId, kind, primaryId: stays.id, at: world.now })
      await mixParty(world, kind, stays.id)
    }
    await Promise.all(world.roads.map(expectStand))
  },
  "unmerge what they became": async (world, { by, n }) => {
    const merged = one(world.merges, n)
    if (!merged) return
    const { mergeId, kind, primaryId } = merged
    const isLast = world.merges.at(-1) === merged && world.roads.every((each) => isQuiet(world, each))
    const primary = await readParty(kind, primaryId)
    const answer = await orRefused(unmerge(by, mergeId, at(world)))
    if (!sells(by) || !works(by, primary?.ownerId ?? null)) expect(answer).toBeNull()
    else if (isLast && merged.at + windowMs > world.now) expect(answer).not.toBeNull()
    if (answer) {
      world.merges.splice(world.merges.indexOf(merged), 1)
      await mixParty(world, kind, primaryId)
      await mixParty(world, kind, answer.id)
    }
    await Promise.all(world.roads.map(expectStand))
  },
  ...runDeeds,
  ...seatDeeds,
}

type PartyKind = "account" | "contact"

/** An account or a contact; plain where nothing of it in Commerce can stand in the way of a merge. */
async function readParty(kind: PartyKind, id: string) {
  const asked = { where: { id }, select: { id: true, ownerId: true, customerId: true } }
  const party = kind === "account" ? await db.account.findUnique(asked) : await db.contact.findUnique(asked)
  if (!party) return null
  const tied = party.customerId
    ? await db.customer.count({ where: { id: party.customerId, OR: [{ hierarchies: { some: {} } }, { memberships: { some: {} } }] } })
    : 0
  return { ...party, isPlain: tied === 0 }
}

async function partyOf(kind: PartyKind, { leadId }: Road) {
  const { accountId, contactId } = await db.lead.findUniqueOrThrow({ where: { id: leadId }, select: { accountId: true, contactId: true } })
  const id = kind === "account" ? accountId : contactId
  return id ? readParty(kind, id) : null
}

/** After a merge of what roads became, or its undoing: their account is another, and no decision of theirs has all that it left. */
async function mixParty(world: World, kind: PartyKind, id: string): Promise<void> {
  const leads = await db.lead.findMany({
    where: kind === "account" ? { accountId: id } : { contactId: id },
    select: { id: true, accountId: true },
  })
  for (const road of world.roads) {
    const lead = leads.find((one) => one.id === road.leadId)
    if (!lead) continue
    road.accountId = lead.accountId
    world.mixed.add(road)
  }
}

/** After a merge or its undoing: an owner is a field like any other, and no earlier decision can be undone. */
async function settle(road: Road): Promise<void> {
  Object.assign(road, { last: null }, road.merged ? {} : { ownerId: (await standInStores(road.prospectId)).ownerId })
}

/** Merges that follow one another on a lead are taken apart from the last. */
const isLastMerge = ({ roads }: World, { into, at: mergedAt, mergeId }: NonNullable<Road["merged"]>) =>
  roads.every(({ merged }) => !merged || merged.mergeId === mergeId || merged.into !== into || merged.at < mergedAt)

async function opportunityOf(road: Road): Promise<string | null> {
  return (await db.lead.findUniqueOrThrow({ where: { id: road.leadId }, select: { opportunityId: true } })).opportunityId
}

async function submit(world: World, n: number): Promise<void> {
  const email = `person-${n % 4}@${world.mark}.example`
  const lead = await aLead({ email, companyName: `Company ${n % 5} of ${world.mark}`, at: n % 3 === 0 ? outlet : "" }, at(world))
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
      for (const { name, run } of steps) {
        world.now += 100
        await run(world)
        expect(await brokenInvariants(), name).toEqual([])
      }
      await drain(world)
      expect(await brokenInvariants()).toEqual([])
    }),
    { seed: Number(process.env.MODEL_SEED ?? 20261130), numRuns: Number(process.env.MODEL_RUNS ?? 40), endOnFailure: false },
  )
}, 600_000)
