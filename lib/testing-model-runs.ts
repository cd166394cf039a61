import { setTimeout as pause } from "node:timers/promises"
import { expect } from "vitest"
import { beginRun } from "@/lib/bulk/begin-run"
import { chooseAll } from "@/lib/bulk/choose-items"
import type { BulkKind } from "@/lib/bulk/kinds"
import { startRun, stopRun, undoRun } from "@/lib/bulk/move-run"
import { runNextPiece } from "@/lib/bulk/run-next"
import { BeginRun } from "@/lib/bulk/schema"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db, pool } from "@/lib/platform/db"
import {
  at,
  expectStand,
  moves,
  one,
  orRefused,
  type Road,
  type Run,
  recordOf,
  type Stand,
  settleAccount,
  standing,
  standOf,
  type World,
  windowMs,
} from "./testing-model"

const kinds = ["assign", "qualify", "disqualify", "approve", "reject", "reactivate"] as const
type Kind = (typeof kinds)[number]
const reason = "We cannot offer a partnership at this time."

/** Where a road stands once a run has done it, or null where it may not. */
const wanted: Record<Kind, (road: Road, run: Run) => Stand | null> = {
  assign: (road, { by, to }) => moves.assign(road, by, to),
  qualify: (road, { by }) => moves.qualify(road, by, "create"),
  disqualify: (road, { by }) => moves.disqualify(road, by),
  approve: (road, { by }) => moves.approve(road, by),
  reject: (road, { by }) => moves.reject(road, by),
  reactivate: (road, { by }) => moves.reactivate(road, by),
}
const inputs: Record<Kind, (to: Staff) => object> = {
  assign: (to) => ({ ownerId: to.id }),
  qualify: () => ({}),
  disqualify: () => ({ statusReason: "lost" }),
  approve: () => ({}),
  reject: () => ({ reason }),
  reactivate: () => ({}),
}
/** What the rules alone decide: nothing is left to be chosen. */
const isPlain = (kind: BulkKind) => kind === "disqualify" || kind === "reject" || kind === "reactivate"

type Chosen = { by: Staff; to: Staff; n: number }

/** Begins a run over some of the world, as its person does: looked at, choices made, handed to the worker. */
async function startedRun(world: World, { by, to, n }: Chosen): Promise<Run | null> {
  const kind = kinds[n % kinds.length] ?? "assign"
  const list = kind === "approve" || kind === "reject" ? "prospects" : "leads"
  const chosen = standing(world).filter((_, place) => (n >> place) % 2 === 0)
  if (chosen.length === 0) return null
  const ids = chosen.map((road) => recordOf(list, road))
  const asked = BeginRun.parse({ list, scope: "ticked", kind, ids, input: inputs[kind](to) })
  const begun = await orRefused(inTransaction(by, (ctx) => beginRun({ ...ctx, actor: by }, asked), at(world)))
  if (!begun) return null
  const run: Run = { id: begun.id, list, kind, by, to, chosen, seen: new Set(), changed: [], endedAt: null }
  const { state, choose } = await db.bulkRun.findUniqueOrThrow({ where: { id: run.id } })
  expect(state).toBe("ready")
  if (choose > 0)
    await inTransaction(by, (ctx) => chooseAll({ ...ctx, actor: by }, { id: run.id, group: "choose", choice: "best" }), at(world))
  const started = await orRefused(inTransaction(by, (ctx) => startRun({ ...ctx, actor: by }, { id: run.id }), at(world)))
  if (started) world.runs.push(run)
  return run
}

/** Takes over what the worker did since somebody looked last: each record that it did stands as the single move would leave it. */
async function look(world: World, run: Run): Promise<void> {
  if (run.endedAt !== null) return
  const items = await db.bulkItem.findMany({ where: { runId: run.id, result: "done" } })
  for (const road of run.chosen) {
    const id = recordOf(run.list, road)
    if (run.seen.has(id) || !items.some(({ recordId }) => recordId === id)) continue
    const stand = wanted[run.kind as Kind](road, run)
    expect(stand, `${run.kind} of a record that may not be`).not.toBeNull()
    run.seen.add(id)
    run.changed.push({ road, before: standOf(road) })
    Object.assign(road, stand, { last: null, decidedAt: run.kind === "assign" ? road.decidedAt : world.now })
    await settleAccount(road)
  }
  const { state } = await db.bulkRun.findUniqueOrThrow({ where: { id: run.id } })
  if (state !== "done") return
  run.endedAt = world.now
  if (run.kind !== "assign") for (const { road } of run.changed) road.decidedAt = world.now
}

/** The worker works until nothing is due. */
export async function drain(world: World): Promise<void> {
  while (await runNextPiece(() => at(world))) for (const run of world.runs) await look(world, run)
}

/** Ends every connection that has a transaction under way, as when the process that holds it is killed. The worker's piece ends with it, one way or the other. */
async function strike(piece: Promise<unknown>): Promise<void> {
  await db.$queryRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and application_name = 'gangway'`
  await piece
  // The next worker is another process: none of its connections is one that was ended.
  const areWhole = () => Promise.all(Array.from({ length: pool.totalCount }, () => pool.query("select 1"))).catch(() => null)
  while ((await areWhole()) === null) await pause(5)
}

export const runDeeds: Record<string, (world: World, chosen: Chosen) => Promise<void>> = {
  bulk: async (world, chosen) => {
    const isAlone = world.runs.every(({ endedAt }) => endedAt !== null)
    const run = await startedRun(world, chosen)
    if (!run) return
    const before = new Map(run.chosen.map((road) => [road, wanted[run.kind as Kind](road, run)]))
    await drain(world)
    for (const [road, stand] of before) {
      if (isAlone && isPlain(run.kind) && !run.seen.has(recordOf(run.list, road))) expect(stand).toBeNull()
      await expectStand(road)
    }
  },
  "bulk, and its worker is killed": async (world, chosen) => {
    const run = await startedRun(world, chosen)
    if (!run) return
    await db.bulkRun.update({ where: { id: run.id }, data: { atOnce: 1 + (chosen.n % 2) } })
    for (let pieces = chosen.n % 3; pieces > 0; pieces--) {
      await runNextPiece(() => at(world))
      for (const each of world.runs) await look(world, each)
    }
    const piece = runNextPiece(() => at(world)).catch(() => false)
    await pause(chosen.n % 14)
    await strike(piece)
    for (const each of world.runs) await look(world, each)
    for (const road of run.chosen) await expectStand(road)
  },
  "the worker is back": async (world) => {
    await drain(world)
    expect(await db.bulkRun.count({ where: { id: { in: world.runs.map(({ id }) => id) }, state: { not: "done" } } })).toBe(0)
    for (const road of world.roads) await expectStand(road)
  },
  "stop bulk": async (world, { by, n }) => {
    const run = one(
      world.runs.filter(({ endedAt }) => endedAt === null),
      n,
    )
    if (run) await orRefused(inTransaction(by, (ctx) => stopRun({ ...ctx, actor: by }, { id: run.id }), at(world)))
  },
  "undo bulk": async (world, { by, n }) => {
    const run = one(world.runs, n)
    if (!run) return
    const begun = await orRefused(inTransaction(by, (ctx) => undoRun({ ...ctx, actor: by }, { id: run.id }), at(world)))
    if (run.kind === "reactivate" || run.endedAt === null || world.now >= run.endedAt + windowMs) expect(begun).toBeNull()
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
