import { db } from "@/lib/platform/db"
import { readDecisionTimers } from "./time-prospects"

/** What an applicant is promised: a decision by an hour, or one that is late already; null while the clock stands. */
export type Promised = { at: Date; isLate: boolean } | null

type Prospect = { id: string; leadId: string | null; submittedAt: Date }

/**
 * What was promised to whoever sent a request, by the clock by which Sales and Commerce measure it. It is read as if nothing were decided: a decision is
 * told when it can no longer be undone, and not by a date that is gone before.
 */
export async function readPromise({ id, leadId, submittedAt }: Prospect, now: Date): Promise<Promised> {
  const readings = await readDecisionTimers(db, [{ id, leadId, submittedAt, decidedAt: null }], now)
  const at = readings.get(id)?.dueAt
  return at ? { at, isLate: at < now } : null
}
