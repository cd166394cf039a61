import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { delimiter, join, resolve } from "node:path"
import { promisify } from "node:util"
import { type Run, runOf } from "./spread"

const debian = "/usr/lib/postgresql"

/** Where pgbench lies: on the PATH, or in the newest of Debian's folders. Null when it is not installed. */
export function findPgbench(): string | null {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...versions.map((version) => join(debian, version, "bin"))]
  return folders.map((folder) => join(folder, "pgbench")).find(existsSync) ?? null
}

type Benched = {
  url: string
  /** A file of the folder `pgbench`, or any other by its whole path. */
  script: string
  clients: number
  /** How many transactions each client runs, or for how many seconds all do. */
  until: { transactions: number } | { seconds: number }
  defines?: Record<string, string | number>
}

/** Runs a script by pgbench, prepared, and reads every transaction's time from its log. */
export async function runPgbench(pgbench: string, { url, script, clients, until, defines = {} }: Benched): Promise<Run> {
  const folder = mkdtempSync(join(".data", "bench", "pgbench-"))
  const length = "seconds" in until ? ["-T", String(until.seconds)] : ["-t", String(until.transactions)]
  const given = Object.entries(defines).flatMap(([name, value]) => ["-D", `${name}=${value}`])
  const file = resolve(import.meta.dirname, "pgbench", script)
  const args = ["-n", "-M", "prepared", "-c", String(clients), "-j", "1", ...length, ...given, "-f", file]
  try {
    const startedAt = performance.now()
    const { stdout } = await promisify(execFile)(pgbench, [...args, "--log", `--log-prefix=${join(folder, "log")}`, url]).catch((error) => {
      throw new Error(`pgbench of ${script} failed: ${String(error.stderr).split("\n").slice(0, 3).join("\n")}`)
    })
    const perSecond = Number(stdout.match(/tps = ([\d.]+)/)?.[1])
    const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
    const timesMs = lines.map((line) => Number(line.split(" ")[2]) / 1000)
    return { ...runOf(timesMs, performance.now() - startedAt), perSecond }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
