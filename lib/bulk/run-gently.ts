import { setTimeout as pause } from "node:timers/promises"
import { runNextPiece } from "./run-next"

/** The share of its time that a run leaves to the people who work meanwhile. */
const restShare = 0.25
const longestRestMs = 400

/** The next piece of a run, and a rest after it, so that the lists of everybody else stay quick. False when none is due. */
export async function runNextGently(): Promise<boolean> {
  const begunAt = performance.now()
  const worked = await runNextPiece()
  if (worked) await pause(Math.min(longestRestMs, (performance.now() - begunAt) * restShare))
  return worked
}
