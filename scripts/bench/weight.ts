import { get } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import { scriptsOf } from "./page-source"
import { median } from "./spread"
import type { Stage } from "./stage"
import type { Web } from "./webs"

export type Weight = { path: string; pageBytes: number; pageBytesSent: number; scripts: number; scriptBytesSent: number }
/** `startCpuMs` is the processor time until the first answer: what the start would take on a machine of its own, more or less. */
export type AtRest = { startedInMs: number; startCpuMs: number; memoryMb: number }

/** How many bytes an address sends a browser that takes gzip. */
function bytesSent(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((done, failed) => {
    get(url, { headers: { ...headers, "accept-encoding": "gzip" } }, (answer) => {
      let bytes = 0
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.once("end", () => (answer.statusCode === 200 ? done(bytes) : failed(new Error(`${url}: ${answer.statusCode}`))))
    }).once("error", failed)
  })
}

/** What a page weighs: its HTML plain and compressed, its scripts compressed. */
export async function weigh({ product, cookie }: Stage, path: string): Promise<Weight> {
  const headers = { cookie }
  const html = await fetch(product.url + path, { headers }).then((answer) => answer.text())
  const scripts = await Promise.all(scriptsOf(html).map((script) => bytesSent(product.url + script, {})))
  return {
    path,
    pageBytes: Buffer.byteLength(html),
    pageBytesSent: await bytesSent(product.url + path, headers),
    scripts: scripts.length,
    scriptBytesSent: scripts.reduce((sum, bytes) => sum + bytes, 0),
  }
}

/** How long a web takes from its start to its first answer, and what it holds five seconds later; medians of three starts. */
export async function measureStart(start: (databaseUrl: string) => Promise<Web>, databaseUrl: string): Promise<AtRest> {
  const starts: AtRest[] = []
  for (let at = 0; at < 3; at++) {
    const web = await start(databaseUrl)
    const startCpuMs = web.cpuMs()
    await pause(5000)
    starts.push({ startedInMs: web.startedInMs, startCpuMs, memoryMb: web.memoryMb() })
    await web.stop()
  }
  const middle = (figure: keyof AtRest) => median(starts.map((start) => start[figure]))
  return { startedInMs: middle("startedInMs"), startCpuMs: middle("startCpuMs"), memoryMb: middle("memoryMb") }
}
