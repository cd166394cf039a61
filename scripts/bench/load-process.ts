import autocannon, { type Sent } from "autocannon"
import type { Volley, VolleyResult } from "./load"
import { isHit, loadShot } from "./shots"
import { runOf } from "./spread"

// Has a process of its own, so that what is measured never waits for who measures.

function fire({ url, shot, connections, seconds }: Volley): Promise<VolleyResult> {
  const timesMs: number[] = []
  const misses = new Map<string, number>()
  const miss = (what: string) => misses.set(what, (misses.get(what) ?? 0) + 1)
  return new Promise((done) => {
    const setupRequest = (request: Sent): Sent => {
      const loaded = loadShot(shot)
      return { ...request, headers: { ...request.headers, ...loaded.headers }, body: loaded.body }
    }
    const request = {
      method: shot.kind === "page" ? ("GET" as const) : ("POST" as const),
      path: shot.path,
      ...(shot.kind === "page" ? {} : { setupRequest }),
      onResponse(status: number, body: string, _context: object, headers: Record<string, string>) {
        const location = Object.entries(headers).find(([name]) => name.toLowerCase() === "location")?.[1]
        if (!isHit(shot, status, location)) miss(`${status} ${location ?? body.slice(0, 300)}`)
      },
    }
    const startedAt = performance.now()
    const gun = autocannon(
      { url, connections, duration: seconds, timeout: 30, headers: shot.headers, requests: [request] },
      (error, outcome) => {
        if (error) miss(error.message)
        if (timesMs.length === 0) miss("no answer at all")
        if (outcome.errors + outcome.timeouts > 0) miss(`${outcome.errors} errors, ${outcome.timeouts} timeouts`)
        done({ run: runOf(timesMs, performance.now() - startedAt), answers: timesMs.length, misses: [...misses.entries()] })
      },
    )
    gun.on("response", (_client, _status, _bytes, timeMs) => timesMs.push(timeMs))
  })
}

process.on("message", async (volley: Volley) => process.send?.(await fire(volley)))
process.on("disconnect", () => process.exit(0))
