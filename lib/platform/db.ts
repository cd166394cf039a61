import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { Prisma, PrismaClient } from "@/prisma/generated/client"
import { env } from "./env"
import { log } from "./log"

function connect() {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: "gangway",
  })
  pool.on("error", (error) => log.warn({ error: error.message }, "database connection lost"))
  const client = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: 10_000, timeout: 15_000 } })
  return { pool, client }
}

const kept = globalThis as { gangwayDatabase?: ReturnType<typeof connect> }
kept.gangwayDatabase ??= connect()

/** The pool that everything in this process shares. */
export const pool = kept.gangwayDatabase.pool

/** Prisma for reads. Writes go through a command's `ctx.tx`. */
export const db = kept.gangwayDatabase.client

export type Tx = Prisma.TransactionClient
export { Prisma }
