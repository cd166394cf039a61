import { startHelper } from "./helper-process"
import type { Shot } from "./shots"
import type { Run } from "./spread"
import type { Web } from "./webs"

export type Volley = { url: string; shot: Shot; connections: number; seconds: number }
export type VolleyResult = { run: Run; answers: number; misses: [what: string, times: number][] }

/** A load generator in a process of its own. A run with a single wrong answer is no run: it throws. */
export function startLoad() {
  const helper = startHelper<Volley, VolleyResult>("load-process.ts", {})
  return {
    async fire(web: Web, volley: Omit<Volley, "url">): Promise<Run> {
      const spentMs = web.cpuMs()
      const { run, answers, misses } = await helper.ask({ url: web.url, ...volley })
      if (misses.length > 0) {
        const told = misses.map(([what, times]) => `${times} × ${what}`).join("\n")
        throw new Error(`${web.url}${volley.shot.path} answered wrongly:\n${told}`)
      }
      return { ...run, cpuMs: (web.cpuMs() - spentMs) / answers }
    },
    stop: helper.stop,
  }
}

export type Load = ReturnType<typeof startLoad>
