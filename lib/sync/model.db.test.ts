import fc from "fast-check"
import { beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { assignLead } from "@/lib/sales/leads/assign-lead"
import { aLead, approve, aStaff, asApplicant, disqualify, lose, qualify, reactivate, reject, reopen, undo, win } from "@/prisma/makers"
import { brokenInvariants } from "./invariants"
import { emptyWorld, moves, type Road, type Stand, standInStores, standOf, type World } from "./testing-model"

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
  expect(await standInStores(road.prospectId)).toEqual(standOf(road))
  return "answer" in outcome ? outcome.answer : null
}

/** A decision that can be undone: it is the road's last, and counts on what it shares with other roads. */
async function decide(world: World, road: Road, by: Staff, expected: Stand | null, move: () => Promise<{ decisionId: string }>) {
  const before = standOf(road)
  const answer = await expectMove(road, expected, move)
  if (!answer) return
  road.last = { decisionId: answer.decisionId, by, at: world.now, before }
  touch(world, road)
}

const sharedBy = ({ email, accountId }: Road) => [email, accountId ?? email]
function touch(world: World, road: Road) {
  for (const key of sharedBy(road)) world.touches.set(key, (world.touches.get(key) ?? 0) + 1)
}
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
  approve: (world, { road, by }) => decide(world, road, by, moves.approve(road, by), () => approve(by, road.prospectId, at(world))),
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
    const answer = await undo(by, last.decisionId, at(world)).catch((error: unknown) => {
      if (error instanceof AppError) return null
      throw error
    })
    if (!isInTime || !mayUndo) expect(answer).toBeNull()
    else if (!isShared(world, road)) expect(answer).not.toBeNull()
    if (answer) Object.assign(road, last.before, { last: null })
    expect(await standInStores(road.prospectId)).toEqual(standOf(road))
  },
}

async function opportunityOf(road: Road): Promise<string | null> {
  return (await db.lead.findUniqueOrThrow({ where: { id: road.leadId }, select: { opportunityId: true } })).opportunityId
}

async function submit(world: World, n: number): Promise<void> {
  const email = `person-${n % 4}@${world.mark}.example`
  const lead = await aLead({ email, companyName: `Company ${n % 5} of ${world.mark}` }, at(world))
  world.roads.push({
    ...{ prospectId: lead.prospectId ?? "", leadId: lead.id, email, accountId: null, last: null },
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
        const road = one(world.roads, r)
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
