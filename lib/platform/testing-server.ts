import { chmod, mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type EmbeddedDatabase, startEmbeddedDatabase } from "../../scripts/embedded-database.mjs"
import { applyMigrations } from "./schema-engine"
import { templateDatabase } from "./testing"

const prefix = "gangway-test-"

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** What a run left behind that was killed; a server that loses its folder ends by itself within a minute. */
async function clearDeadRuns(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix))
  const dead = folders.filter((name) => !isAlive(Number(name.slice(prefix.length).split("-")[0])))
  await Promise.all(dead.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })))
}

/** A throw-away PostgreSQL with a migrated template database; `destroy` leaves nothing behind. */
export async function startTestDatabase(): Promise<EmbeddedDatabase> {
  await clearDeadRuns()
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  // Root starts PostgreSQL as another user, who has to walk through this folder.
  await chmod(folder, 0o755)
  const server = await startEmbeddedDatabase({ folder: join(folder, "postgres"), durable: false, settings: { max_connections: 200 } })
  await server.ensureDatabase(templateDatabase)
  await applyMigrations(server.url(templateDatabase))
  return {
    ...server,
    async destroy() {
      await server.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Vitest's global setup: names the run's server in TEST_DATABASE_SERVER, and gives back how to end it. */
export default async function startTestServer(): Promise<() => Promise<void>> {
  const server = await startTestDatabase()
  process.env.TEST_DATABASE_SERVER = server.url()
  return () => server.destroy()
}
