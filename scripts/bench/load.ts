import { startHelper } from "./helper-process"
import type { Shot } from "./shots"
import type { Run } from "./spread"

export type Volley = { url: string; shot: Shot; connections: number; seconds: number }
export type VolleyResult = { run: Run; misses: [what: string, times: number][] }

/** A load generator in a process of its own. A run with a single wrong answer is no run: it throws. */
export function startLoad() {
  const helper = startHelper<Volley, VolleyResult>("load-process.ts", {})
  return {
    async fire(volley: Volley): Promise<Run> {
      const { run, misses } = await helper.ask(volley)
      if (misses.length > 0) {
        const told = misses.map(([what, times]) => `${times} × ${what}`).join("\n")
        throw new Error(`${volley.url}${volley.shot.path} answered wrongly:\n${told}`)
      }
      return run
    },
    stop: helper.stop,
  }
}

export type Load = ReturnType<typeof startLoad>
