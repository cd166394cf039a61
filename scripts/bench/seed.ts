import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { applyMigrations } from "@/lib/platform/schema-engine"
import { createDatabase, onDatabase, remark, remarkOn } from "./databases"
import { fillSteps, roll, sqlFile, writeRows } from "./fill"
import { progress } from "./progress"
import { rebuildingIndexes } from "./rebuilding-indexes"
import type { BenchServer } from "./server"
import { words } from "./words"

/** What a seed was made of: the migrations and what this folder makes of them. Another answer, another seed. */
function fingerprint(): string {
  const hash = createHash("sha256").update(JSON.stringify(words))
  for (const name of ["bench-schema.sql", "roll.sql", "rows.sql"]) hash.update(sqlFile(name))
  const migrations = readdirSync("prisma/migrations", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".sql"))
  for (const path of migrations.sort()) hash.update(readFileSync(join("prisma/migrations", path)))
  return hash.digest("hex").slice(0, 16)
}

/** The database that holds so many leads and all that belongs to them, made once and kept, only ever to be copied. Returns its name. */
export async function ensureSeed(server: BenchServer, leads: number, isFresh: boolean): Promise<string> {
  const name = `gangway_bench_seed_${leads}`
  const print = fingerprint()
  if (!isFresh && (await remarkOn(server, name)) === print) return name
  await createDatabase(server, name)
  const url = server.url(name)
  await applyMigrations(url)
  const bar = progress(`Seeding ${leads.toLocaleString("en")} leads`, fillSteps.length + 3)
  await onDatabase(url, async (client) => {
    await client.query("set maintenance_work_mem = '512MB'; set synchronous_commit = off; select setseed(0.42)")
    await client.query(sqlFile("bench-schema.sql"))
    const fill = async () => {
      bar.step("rolling")
      await roll(client, { from: 1, to: leads, total: leads })
      await writeRows(client, bar.step)
    }
    await rebuildingIndexes(client, fill, () => bar.step("indexes"))
    bar.step("vacuum")
    await client.query("truncate bench.rolled")
    // What the worker would have folded by and by.
    await client.query("select sales.recount_tally(), sales.recount_timers(), commerce.recount_tally()")
    await client.query("truncate sales.match_due; update sales.match_sweep set finished_at = now()")
    await client.query("vacuum analyze")
  })
  await remark(server, name, print)
  bar.done()
  return name
}
