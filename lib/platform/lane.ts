import { setTimeout as pause } from "node:timers/promises"
import { log } from "./log"

const idleMs = 500
const brokenMs = 2000

/**
 * Does one piece of work after another until it is told to stop, then finishes the one in hand. A piece says whether there was anything to do;
 * after one that throws, as while the database restarts, the lane rests and goes on.
 */
export async function runLane(name: string, piece: () => Promise<boolean>, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const restMs = await piece().then(
      (worked) => (worked ? 0 : idleMs),
      (error: unknown) => {
        log.error(
          { lane: name, error: error instanceof Error ? { name: error.name, message: error.message } : "unknown" },
          "work broke off",
        )
        return brokenMs
      },
    )
    if (restMs > 0) await pause(restMs, undefined, { signal: stopped }).catch(() => {})
  }
}
