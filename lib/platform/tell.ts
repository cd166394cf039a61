import { pool } from "./db"
import { log } from "./log"
import { type Notice, packNotice } from "./notice"

/** The channel on which every web hears what changed. */
export const liveChannel = "gangway_live"

const gatherMs = 40
/** PostgreSQL takes 8,000 bytes at once. */
const payloadBytes = 7_500

const kept = globalThis as { gangwayNotices?: { waiting: Notice[]; timer?: NodeJS.Timeout } }
kept.gangwayNotices ??= { waiting: [] }
const { gangwayNotices: outgoing } = kept

/**
 * Tells every web what a committed transaction changed. What comes within 40 ms goes out in one statement of its own, outside of
 * the transactions that it tells of: their commits wait for nobody. Told at most once; who missed it looks again.
 */
export function tell(notice: Notice): void {
  outgoing.waiting.push(notice)
  outgoing.timer ??= setTimeout(() => void sendNotices(), gatherMs)
  outgoing.timer.unref()
}

/** Sends what waits now: before a process ends. */
export async function sendNotices(): Promise<void> {
  clearTimeout(outgoing.timer)
  outgoing.timer = undefined
  const payloads = gather(outgoing.waiting.splice(0).map(packNotice))
  if (payloads.length === 0) return
  await pool
    .query("select pg_notify($1, payload) from unnest($2::text[]) payload", [liveChannel, payloads])
    .catch((error: unknown) => log.warn({ error: error instanceof Error ? error.message : "unknown" }, "changes not told"))
}

/** As few payloads as fit, a notice a line. */
function gather(lines: string[]): string[] {
  const payloads: string[] = []
  for (const line of lines) {
    const last = payloads.at(-1)
    if (last !== undefined && Buffer.byteLength(last) + Buffer.byteLength(line) < payloadBytes)
      payloads[payloads.length - 1] = `${last}\n${line}`
    else payloads.push(line)
  }
  return payloads
}
