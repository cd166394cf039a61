import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startEmbeddedDatabase } from "../../scripts/embedded-database.mjs"
import { applyMigrations } from "./schema-engine"
import { templateDatabase } from "./testing"

/** Starts the test run's PostgreSQL with a migrated template; the answer stops it and leaves nothing behind. */
export default async function startTestServer(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), `gangway-test-${process.pid}-`))
  const server = await startEmbeddedDatabase({ folder: join(folder, "postgres"), durable: false, settings: { max_connections: 200 } })
  await server.ensureDatabase(templateDatabase)
  await applyMigrations(server.url(templateDatabase))
  process.env.TEST_DATABASE_SERVER = server.url()
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
