import { setTimeout as pause } from "node:timers/promises"
import { runNextGently } from "@/lib/bulk/run-gently"
import { sweepRuns } from "@/lib/bulk/sweep-runs"
import { nameFirstChannel } from "@/lib/commerce/channels/change-channels"
import { expireNext } from "@/lib/commerce/credit/expire-due"
import { remindOfReview } from "@/lib/commerce/credit/review-credit"
import { watchDrift } from "@/lib/commerce/drift/watch-drift"
import { enableNext } from "@/lib/commerce/hierarchies/enable-next"
import { foldProspectTally } from "@/lib/commerce/prospects/fold-tally"
import { runNextImport } from "@/lib/exchange/import/run-imports"
import { sweepExchange } from "@/lib/exchange/sweep-exchange"
import { receiveBounces } from "@/lib/mail/bounces/receive"
import { deliverNext } from "@/lib/mail/deliver"
import { openTransport } from "@/lib/mail/transport"
import { sealNext } from "@/lib/platform/audit-chain/seal-audit"
import { wallClock } from "@/lib/platform/clock"
import { db, pool } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { runLane } from "@/lib/platform/lane"
import { log } from "@/lib/platform/log"
import { runNextFact } from "@/lib/platform/run-facts"
import { sweep } from "@/lib/platform/sweep"
import { sendNotices } from "@/lib/platform/tell"
import { beat, lastBeat } from "@/lib/platform/worker-beat"
import { reactions } from "@/lib/reactions"
import { sweepAttachments } from "@/lib/sales/activities/attachments"
import { remindNext } from "@/lib/sales/activities/remind"
import { askRulesAgain } from "@/lib/sales/assignment/ask-again"
import { foldSalesTally } from "@/lib/sales/fold-tally"
import { runMatching } from "@/lib/sales/matching/run-matching"
import { runNextRuleRun } from "@/lib/sales/rule-sets/run-rule-runs"
import { rescoreAged } from "@/lib/sales/scoring/rescore-aged"
import { scoreQueued } from "@/lib/sales/scoring/score-queued"
import { watchTimers } from "@/lib/sales/timers/watch-timers"
import { runChecksGently } from "@/lib/settings/health/run-checks"
import { rehearseProspectsStep } from "@/lib/sync/prospect-policies/rehearse"
import { watchProspects } from "@/lib/sync/prospect-timers/watch-prospects"
import { watchRequests } from "@/lib/sync/stale-requests/watch-requests"

const hourMs = 3_600_000
const mailLanes = ["mail 1", "mail 2"]

const stop = new AbortController()
const transport = openTransport()
let sweptAt = 0

async function sweepHourly(): Promise<boolean> {
  if (Date.now() - sweptAt < hourMs) return false
  const now = new Date()
  await nameFirstChannel(db, env().STORE_NAME)
  await rescoreAged(now)
  const swept = { ...(await sweep(now)), ...(await sweepExchange(now)), ...(await sweepRuns(now)) }
  log.info({ ...swept, files: await sweepAttachments(now) }, "swept")
  sweptAt = Date.now()
  return false
}

async function awaitDatabase(): Promise<void> {
  while (!stop.signal.aborted) {
    try {
      await pool.query("select 1")
      return
    } catch {
      log.warn("the database does not answer yet")
      await pause(1000)
    }
  }
}

/** One of the workers of a machine takes the reports about mails that did not arrive; the others find the port taken, and go without. */
async function awaitBounces(): Promise<{ stop: () => Promise<void> } | null> {
  const { BOUNCE_ADDRESS, BOUNCE_PORT, BOUNCE_HOST } = env()
  if (!BOUNCE_ADDRESS || !BOUNCE_PORT) return null
  return receiveBounces(BOUNCE_PORT, BOUNCE_HOST).catch((error: unknown) => {
    log.warn({ port: BOUNCE_PORT, error: error instanceof Error ? error.message : "unknown" }, "no reports are taken here")
    return null
  })
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort())

await awaitDatabase()
const bounces = await awaitBounces()
if (!stop.signal.aborted) log.info({ pid: process.pid }, "worker ready")
await Promise.all([
  runLane("facts", () => runNextFact(reactions), stop.signal),
  runLane("reminders", () => remindNext(), stop.signal),
  runLane("returning members", () => enableNext(), stop.signal),
  runLane("drift", () => watchDrift(), stop.signal),
  runLane("timers", () => watchTimers(), stop.signal),
  runLane("prospect timers", () => watchProspects(), stop.signal),
  runLane("sales tally", foldSalesTally, stop.signal),
  runLane("prospect tally", foldProspectTally, stop.signal),
  runLane("credit", () => expireNext(), stop.signal),
  runLane("credit reviews", () => remindOfReview(), stop.signal),
  runLane("matching", runMatching, stop.signal),
  runLane("imports", () => runNextImport(), stop.signal),
  runLane("runs", () => runNextGently(), stop.signal),
  runLane("scores", () => scoreQueued(), stop.signal),
  runLane("assignment", () => askRulesAgain(), stop.signal),
  runLane("audit", () => sealNext(), stop.signal),
  runLane("checks", runChecksGently, stop.signal),
  runLane("beat", beat, stop.signal),
  runLane("rule runs", () => runNextRuleRun(wallClock, { prospect_policy: rehearseProspectsStep }), stop.signal),
  runLane("stale requests", () => watchRequests(), stop.signal),
  runLane("sweep", sweepHourly, stop.signal),
  ...mailLanes.map((name) => runLane(name, () => deliverNext(transport), stop.signal)),
])
await bounces?.stop()
await lastBeat().catch(() => {})
await sendNotices()
transport.close()
await db.$disconnect()
await pool.end().catch(() => {})
log.info("worker stopped")
process.exit(0)
