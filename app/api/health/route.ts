import { pool } from "@/lib/platform/db"
import { log } from "@/lib/platform/log"

export const dynamic = "force-dynamic"

/** Whether the web and its database answer: 200, or 503 while the database does not. */
export async function GET(): Promise<Response> {
  try {
    await pool.query("select 1")
    return Response.json({ database: "ok" })
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : "unknown" }, "health: the database does not answer")
    return Response.json({ database: "unreachable" }, { status: 503 })
  }
}
