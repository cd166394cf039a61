import pg from "pg"
import type { Prisma } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import type { Offender } from "@/lib/sync/invariants"
import type { Finding } from "./finding"

const shown = 20
const counted = 100
const patienceMs = 600_000

/**
 * The records that break an invariant, counted to a hundred. It reads whole tables on a connection of its own, which can only read
 * and is ended after ten minutes, so that nobody's page waits for it.
 */
export async function findOffenders(sql: Prisma.Sql): Promise<Finding> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "gangway checks",
    statement_timeout: patienceMs,
    options: "-c default_transaction_read_only=on",
  })
  client.on("error", () => {})
  await client.connect()
  try {
    const text = `select kind, id::text, label from (${sql.text}) broken limit ${counted}`
    const { rows } = await client.query<Offender>({ text, values: [...sql.values] })
    return { found: rows.length, broken: rows.slice(0, shown), told: null }
  } finally {
    await client.end().catch(() => {})
  }
}
