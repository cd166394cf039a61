import pg, { DatabaseError } from "pg"
import { type Prisma, pool } from "./db"
import { env } from "./env"
import { log } from "./log"

/** So long a page waits for a statement whose cost depends on what somebody filters by. */
const patienceMs = 400
const ended = "57014"

function connect() {
  const impatient = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: Math.ceil(env().DATABASE_CONNECTIONS / 2),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: "gangway lists",
    statement_timeout: patienceMs,
  })
  impatient.on("error", (error) => log.warn({ error: error.message }, "database connection lost"))
  return impatient
}

const kept = globalThis as { gangwayLists?: pg.Pool }
kept.gangwayLists ??= connect()

/** The pool for what may take too long: its statements are ended by PostgreSQL itself, so that none goes on for nobody. */
export const impatient = kept.gangwayLists

/** The rows of a query; null when PostgreSQL had to end it. */
export async function inTime<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[] | null> {
  try {
    return (await impatient.query<Row>({ text, values: [...values] })).rows
  } catch (error) {
    if (error instanceof DatabaseError && error.code === ended) return null
    throw error
  }
}

/** The same where the work is bounded by itself, and is waited for. */
export const patiently = async <Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> =>
  (await pool.query<Row>({ text, values: [...values] })).rows
