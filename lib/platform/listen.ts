import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { env } from "./env"
import { log } from "./log"
import { type Notice, unpackNotice } from "./notice"
import { liveChannel } from "./tell"

type Ear = {
  hear: (notices: Notice[]) => void
  /** The connection is there: from now on nothing is missed. Said again after each break, in which something may have been. */
  open: () => void
}

const askMs = 10_000
const answerMs = 5_000
const longestPauseMs = 5_000

/**
 * Hears what changed on a connection of its own, which is made again whenever it breaks, until it is told to stop.
 * A connection that has gone silent is found by asking it something.
 */
export async function listen({ hear, open }: Ear, stopped: AbortSignal): Promise<void> {
  for (let waitMs = 100; !stopped.aborted; waitMs = Math.min(waitMs * 2, longestPauseMs)) {
    const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true, application_name: "gangway live" })
    const isBroken = new Promise<void>((broken) => {
      client.once("error", () => broken())
      client.once("end", () => broken())
      stopped.addEventListener("abort", () => broken(), { once: true })
    })
    client.on("notification", ({ payload = "" }) => hear(readNotices(payload)))
    try {
      await client.connect()
      await client.query(`listen ${liveChannel}`)
      open()
      waitMs = 100
      await Promise.race([isBroken, asking(client, stopped)])
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.message : "unknown" }, "cannot hear what changes")
    }
    client.on("error", () => {})
    void client.end().catch(() => {})
    await pause(waitMs, undefined, { signal: stopped }).catch(() => {})
  }
}

async function asking(client: pg.Client, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    await pause(askMs, undefined, { signal: stopped, ref: false }).catch(() => {})
    const answered = await Promise.race([client.query("select 1").then(Boolean, () => false), pause(answerMs, false, { ref: false })])
    if (!answered) return
  }
}

function readNotices(payload: string): Notice[] {
  try {
    return payload.split("\n").map(unpackNotice)
  } catch {
    log.warn("a notice that nobody can read")
    return []
  }
}
