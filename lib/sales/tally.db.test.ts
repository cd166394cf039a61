import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aLead, anOpportunity, aStaff, disqualify, lose, qualify, reactivate, reopen, undo, win } from "@/prisma/makers"
import { foldProspectTally } from "../commerce/prospects/fold-tally"
import { moveStage } from "../sync/move-stage"
import { foldSalesTally } from "./fold-tally"
import { assignLead } from "./leads/assign-lead"

let maja: Staff
let tomás: Staff
let priya: Staff
const others: pg.Client[] = []

async function anotherConnection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  others.push(client)
  return client
}

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  tomás = await aStaff("seller", { name: "Tomás Herrera" })
  priya = await aStaff("sales_manager", { name: "Priya Raman" })
})
afterAll(async () => {
  await Promise.all(others.map((client) => client.end()))
})

/** Where the tally and the tables say different things: line, and both numbers. */
const differences = () => db.$queryRaw<unknown[]>`
  with counted as (
    select l.line, l.scope, l.bucket, l.key, l.status, count(*) as n from sales.lead d
    cross join lateral sales.lead_lines(d.status_reason, d.source, d.country, d.owner_id, d.from_commerce, sales.day_of(d.created_at),
      sales.day_of(d.closed_at), case when d.state = 'disqualified' then sales.wait_step(d.created_at, d.closed_at) end) l group by 1, 2, 3, 4, 5
    union all
    select l.line, l.scope, l.bucket, l.key, l.status, count(*) from sales.opportunity o
    cross join lateral sales.opportunity_lines(o.status_reason, o.stage, o.owner_id, sales.day_of(o.requested_at), sales.day_of(o.closed_at),
      sales.wait_step(coalesce(o.requested_at, o.created_at), o.closed_at)) l group by 1, 2, 3, 4, 5
    union all
    select 'stage.wait', 'all', sales.week_of(sales.day_of(left_at)), sales.wait_step(entered_at, left_at)::text, stage::text, count(*)
      from sales.stage_visit where left_at is not null group by 3, 4, 5
    union all select 'prospect', '', 'epoch', '', status::text, count(*) from commerce.prospect group by status
  ), tallied as (
    select line, scope, bucket, key, status, sum(n) as n from sales.tally_live group by 1, 2, 3, 4, 5
    union all select 'prospect', '', 'epoch', '', status::text, sum(n) from commerce.prospect_tally group by status
  )
  select line, scope, bucket::text, key, status, counted.n::int as counted, tallied.n::int as tallied
  from counted full join tallied using (line, scope, bucket, key, status) where coalesce(counted.n, 0) <> coalesce(tallied.n, 0)`

const unfolded = async () => (await db.leadDelta.count()) + (await db.opportunityDelta.count()) + (await db.stageDelta.count())

async function foldAll(): Promise<void> {
  while ((await unfolded()) > 0) await foldSalesTally()
  while (await foldProspectTally());
}

/** One thing that a seller may do to a lead of any state, by chance. */
async function stir(by: Staff, chance: () => number): Promise<void> {
  const leads = await db.lead.findMany({ select: { id: true, state: true, opportunity: { select: { id: true, state: true } } } })
  const lead = leads[Math.floor(chance() * leads.length)]
  if (!lead) return
  const toAnother = () =>
    inTransaction(priya, (ctx) => assignLead({ ...ctx, actor: priya }, { leadId: lead.id, ownerId: chance() < 0.5 ? maja.id : tomás.id }))
  const dice = chance()
  const deed = async () => {
    if (lead.opportunity?.state === "open" && dice < 0.4) {
      const input = { opportunityId: lead.opportunity.id, stage: dice < 0.2 ? ("propose" as const) : ("close" as const) }
      return inTransaction(priya, (ctx) => moveStage({ ...ctx, actor: priya }, input))
    }
    if (lead.opportunity?.state === "open") return dice < 0.75 ? win(priya, lead.opportunity.id) : lose(priya, lead.opportunity.id)
    if (lead.opportunity) return dice < 0.5 ? reopen(priya, lead.opportunity.id) : undefined
    if (lead.state === "disqualified") return reactivate(priya, lead.id)
    if (dice < 0.3) return qualify(by, lead.id)
    if (dice < 0.5) return disqualify(priya, lead.id, { statusReason: "cannot_contact" })
    return toAnother()
  }
  // A colleague may have been faster: then nothing happened, and nothing is counted.
  await deed().catch(() => {})
  if (chance() < 0.3) {
    const decision = await db.decision.findFirst({ where: { leadId: lead.id, undoneAt: null }, orderBy: { at: "desc" } })
    if (decision) await undo(priya, decision.id).catch(() => {})
  }
}

/** The same chances at each run. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

test("what is tallied is what is there, after whatever people do at once and undo, and whenever it is folded", async () => {
  for (let at = 0; at < 14; at++) await aLead({ country: at % 2 ? "DE" : "PT" }, new Date(Date.now() - at * 6 * 86_400_000))
  expect(await differences()).toEqual([])
  let isStirring = true
  const folding = (async () => {
    while (isStirring) await foldSalesTally()
  })()
  for (let round = 0; round < 14; round++) {
    await Promise.all([maja, tomás, priya].map((by, at) => stir(by, chances(round * 7 + at + 1))))
    expect(await differences()).toEqual([])
  }
  isStirring = false
  await folding
  expect(await db.decision.count()).toBeGreaterThan(5)
  expect(await db.decision.count({ where: { undoneAt: { not: null } } })).toBeGreaterThan(0)
  await foldAll()
  expect(await unfolded()).toBe(0)
  expect(await differences()).toEqual([])
  expect(await db.tally.count({ where: { n: { lte: 0 } } })).toBe(0)
}, 60_000)

test("a fold takes nothing away from whoever counts meanwhile, and counts nothing twice", async () => {
  const reader = await anotherConnection()
  const count = async () =>
    (await reader.query("select sum(n)::int as n from sales.tally_live where line = 'lead.view' and scope = 'all'")).rows[0].n
  const before = await count()
  await db.$executeRaw`insert into sales.lead (id, topic, first_name, last_name, company_name, created_at)
    select gen_random_uuid(), 'Rope', 'Ana', 'Silva', 'Rope ' || i, now() - i * interval '1 hour' from generate_series(1, 3000) i`
  let isFolding = true
  const folding = foldAll().finally(() => {
    isFolding = false
  })
  while (isFolding) expect(await count()).toBe(before + 3000)
  await folding
  expect(await count()).toBe(before + 3000)
})

test("two workers that fold at once fold everything once", async () => {
  await Promise.all(Array.from({ length: 6 }, () => aLead()))
  await Promise.all(Array.from({ length: 8 }, () => foldSalesTally()))
  await Promise.all(Array.from({ length: 8 }, () => foldProspectTally()))
  await foldAll()
  expect(await differences()).toEqual([])
})

test("sellers who move leads at the same moment do not wait for each other at the tally", async () => {
  const [one, other] = [await aLead(), await aLead()]
  const slow = await anotherConnection()
  await slow.query("begin")
  await slow.query("update sales.lead set status_reason = 'contacted' where id = $1", [one.id])
  await db.lead.update({ where: { id: other.id }, data: { statusReason: "contacted" } })
  await foldSalesTally()
  await slow.query("commit")
  expect(await differences()).toEqual([])
})

test("an opportunity keeps the hour of its request", async () => {
  const opportunity = await anOpportunity(maja)
  const lead = await db.lead.findUniqueOrThrow({ where: { id: opportunity.originatingLeadId ?? "" } })
  expect(opportunity.requestedAt).toEqual(lead.createdAt)
})

test("counting anew, and emptying a table, leave the tally right", async () => {
  await db.$executeRaw`select sales.recount_tally()`
  await db.$executeRaw`select commerce.recount_tally()`
  expect(await differences()).toEqual([])
  await db.$executeRaw`truncate sales.lead cascade`
  expect(await differences()).toEqual([])
})
