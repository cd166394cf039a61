import { PrismaPg } from "@prisma/adapter-pg"
import { newId } from "@/lib/platform/ids"
import { applyMigrations } from "@/lib/platform/schema-engine"
import { entryOf } from "@/lib/sales/matching/keep-entries"
import { matchEntries } from "@/lib/sales/matching/match-entries"
import { noLists } from "@/lib/sales/matching/match-keys"
import { usualRules } from "@/lib/sales/matching/matching-rules"
import { PrismaClient } from "@/prisma/generated/client"
import { createDatabase, onDatabase, remark, remarkOn } from "../databases"
import type { Contestant } from "../in-turns"
import { progress } from "../progress"
import { rebuildingIndexes } from "../rebuilding-indexes"
import type { BenchServer } from "../server"
import { runOf } from "../spread"
import { Dice } from "./dice"
import { fillEntries, firmOf, idOf } from "./fill-entries"
import { aHuman, slip, told, workEmail } from "./people-and-firms"

/** Changes when the filling does. */
const edition = "2"

/** A database that holds the entries of so many leads, accounts and contacts, made once and kept. */
async function ensureEntries(server: BenchServer, count: number, isFresh: boolean): Promise<string> {
  const name = `gangway_bench_match_${count}`
  const url = server.url(name)
  if (!isFresh && (await remarkOn(server, name)) === edition) {
    await applyMigrations(url)
    return url
  }
  await createDatabase(server, name)
  await applyMigrations(url)
  const bar = progress(`Filling ${count.toLocaleString("en")} leads, accounts and contacts to match`, 5)
  await onDatabase(url, async (client) => {
    await client.query("set maintenance_work_mem = '512MB'; set synchronous_commit = off")
    await rebuildingIndexes(
      client,
      () => fillEntries(client, count, bar.step),
      () => bar.step("indexes"),
    )
    bar.step("vacuum")
    await client.query("vacuum analyze sales.match_entry")
  })
  await remark(server, name, edition)
  bar.done()
  return url
}

/** Leads to come: a third is of firms that nobody knows, a third of known ones written by a colleague, a third of known ones typed with slips. */
function askedLeads(count: number, among: number) {
  const dice = new Dice(77)
  return Array.from({ length: count }, (_, at) => {
    const known = at % 3 === 0 ? null : 1 + dice.below(among)
    const firm = firmOf(known ?? 90_000_000 + at)
    const human = aHuman(dice, firm.land)
    const name = at % 3 === 2 ? slip(dice, firm.name) : firm.name
    const facts = told(dice, firm, human, workEmail(dice, human, firm.domain), `${name} ${dice.one(firm.form)}`)
    const entry = entryOf({ ...facts, id: newId(), kind: "lead", isOpen: true }, noLists)
    return { entry, accountId: known === null ? null : idOf("account", known), hasSlips: at % 3 === 2 }
  })
}

/** How many of the leads of known firms were led to their account. */
export type Reached = { hasSlips: boolean; asked: number; found: number }
export type Search = Contestant & { reach(): Promise<Reached[]>; stop(): Promise<void> }

/** Finding and scoring everything that one lead may be, one lead at a time, by the code that the product runs. */
export async function searchContestant(server: BenchServer, count: number, isFresh: boolean): Promise<Search> {
  const url = await ensureEntries(server, count, isFresh)
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 1 }) })
  const asked = askedLeads(300, count)
  const run = async () => {
    const timesMs: number[] = []
    const startedAt = performance.now()
    for (const { entry } of asked) {
      const begunAt = performance.now()
      await matchEntries(db, "lead", [entry], usualRules)
      timesMs.push(performance.now() - begunAt)
    }
    return runOf(timesMs, performance.now() - startedAt)
  }
  const reach = () =>
    Promise.all(
      [false, true].map(async (hasSlips) => {
        const known = asked.filter((one) => one.accountId !== null && one.hasSlips === hasSlips)
        const matches = await matchEntries(
          db,
          "lead",
          known.map(({ entry }) => entry),
          usualRules,
        )
        const found = known.filter(({ accountId }, at) => matches[at]?.some(({ candidate }) => candidate.id === accountId)).length
        return { hasSlips, asked: known.length, found }
      }),
    )
  return { measure: "match: all that one lead may be", leads: count, who: "product", atOnce: 1, run, reach, stop: () => db.$disconnect() }
}
