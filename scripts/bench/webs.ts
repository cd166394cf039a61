import { spawn } from "node:child_process"
import { closeSync, openSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { tail } from "../child.mjs"
import { freePort } from "../embedded-database.mjs"

export type Web = {
  url: string
  startedInMs: number
  memoryMb(): number
  /** Processor time of the process so far, of all its threads. */
  cpuMs(): number
  stop(): Promise<void>
}

export const authSecret = "a-secret-of-the-benchmark-and-of-nothing-else"

/** What Linux counts processor time in. */
const msPerTick = 10

const settings = {
  NODE_ENV: "production" as const,
  NEXT_TELEMETRY_DISABLED: "1",
  HOSTNAME: "127.0.0.1",
  AUTH_SECRET: authSecret,
  LOG_LEVEL: "warn",
  GANGWAY_DEMO: "0",
  // The load generator tells each applicant's address, as a proxy would.
  TRUST_PROXY: "1",
  // The limits stand and count, but out of a load generator's reach.
  FORM_MINIMUM_SECONDS: "0",
  FORM_PER_IP_PER_HOUR: "100000000",
  FORM_PER_ADDRESS_PER_DAY: "100000000",
  FORM_PROOF_ABOVE_PER_HOUR: "100000000",
  API_CALLS_PER_MINUTE: "100000000",
}

async function start(name: string, args: string[], databaseUrl: string, firstPath: string): Promise<Web> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const logFile = join(".data", "bench", `${name}.log`)
  const log = openSync(logFile, "w")
  const env = { ...process.env, ...settings, PORT: String(port), APP_URL: url, DATABASE_URL: databaseUrl }
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    args.map((arg) => arg.replace("{port}", String(port))),
    { env, stdio: ["ignore", log, log] },
  )
  closeSync(log)
  const quit = () => child.kill("SIGKILL")
  process.once("exit", quit)
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}.\n${tail(logFile)}`)
    const answer = await fetch(url + firstPath).catch(() => undefined)
    if (answer?.ok) break
    if (answer) throw new Error(`${name} answers ${answer.status}.\n${tail(logFile)}`)
    await pause(10)
  }
  return {
    url,
    startedInMs: performance.now() - startedAt,
    memoryMb: () => Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)?.[1]) / 1024,
    cpuMs: () => {
      const [, spent = ""] = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")
      const [user, system] = spent.split(" ").slice(11, 13).map(Number)
      return ((user ?? 0) + (system ?? 0)) * msPerTick
    },
    stop: () =>
      new Promise((done) => {
        process.off("exit", quit)
        child.once("exit", () => done())
        child.kill("SIGTERM")
      }),
  }
}

/** The product's own production build, as `npm run web` serves it. */
export const startProduct = (databaseUrl: string): Promise<Web> => start("product", ["scripts/web.mjs"], databaseUrl, "/api/health")

/** The bare Next app of this folder. */
export const startBare = (databaseUrl: string): Promise<Web> =>
  start("bare", ["node_modules/next/dist/bin/next", "start", ".data/bench/bare", "-H", "127.0.0.1", "-p", "{port}"], databaseUrl, "/")
