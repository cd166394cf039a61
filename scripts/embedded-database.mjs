import { execFile, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync, openSync } from "node:fs"
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { dirname, join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { promisify } from "node:util"
import pg from "pg"
import { makeDataFolder, prepareBinaries } from "./embedded-binaries.mjs"

const user = "gangway"
const host = "127.0.0.1"

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

/** A port of the loopback address that nobody listens on; the wanted one when it is free. */
export function freePort(wanted = 0) {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once("error", (error) => (wanted && error.code === "EADDRINUSE" ? found(freePort()) : failed(error)))
    probe.listen(wanted, host, () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })
}

/** The password and the port are kept beside the data, so that a second start finds the first one's server. */
async function readKeys(file) {
  if (existsSync(file)) return JSON.parse(await readFile(file, "utf8"))
  return { password: randomBytes(18).toString("base64url"), port: 0 }
}

async function initialise({ initdb, data, owner }, password, durable) {
  const half = `${data}.new`
  const secret = `${half}.password`
  await makeDataFolder(half, owner)
  await writeFile(secret, password, { mode: 0o600 })
  if (owner) await chown(secret, owner.uid, owner.gid)
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
  const access = [`--username=${user}`, `--pwfile=${secret}`, "--auth=scram-sha-256"]
  try {
    await promisify(execFile)(initdb, [`--pgdata=${half}`, ...access, ...locale, ...(durable ? [] : ["--no-sync"])], { ...owner, cwd: "/" })
  } finally {
    await rm(secret, { force: true })
  }
  await rename(half, data)
}

/** The process id and port of a server that still runs on this data; a left-over lock file of a dead one is cleared. */
async function survivor(data) {
  const lock = join(data, "postmaster.pid")
  if (!existsSync(lock)) return undefined
  const [pid, , , port] = (await readFile(lock, "utf8")).split("\n").map(Number)
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => (existsSync("/proc") ? "" : data))
  if (alive(pid) && command.includes(data)) return { pid, port }
  await rm(lock, { force: true })
  return undefined
}

async function query(url, text) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on("error", () => {})
  try {
    await client.connect()
    return await client.query(text)
  } finally {
    await client.end().catch(() => {})
  }
}

/** True when the server answers, false when it died first; recovery after a crash may take its time. */
async function answers(url, running) {
  while (running()) {
    const failure = await query(url, "select 1").catch((error) => error)
    if (!(failure instanceof Error)) return true
    if (failure.code === "28P01") throw failure
    await pause(50)
  }
  return false
}

function launch({ postgres, data, owner }, port, settings, logFile) {
  const all = { listen_addresses: host, port, unix_socket_directories: "", ...settings }
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const log = openSync(logFile, "a", 0o600)
  // Detached: a terminal's Ctrl-C reaches the whole group, and the database must outlive those who write to it.
  return spawn(postgres, ["-D", data, ...flags], { ...owner, cwd: "/", detached: true, stdio: ["ignore", log, log] })
}

/** Ends the server when this process is gone, however it went: a shell waits at a pipe that closes with us. */
function endWithUs(pid) {
  if (process.platform === "win32") return () => {}
  const watcher = spawn("sh", ["-c", `cat; kill -INT ${pid}`], { detached: true, stdio: ["pipe", "ignore", "ignore"] })
  watcher.unref()
  watcher.stdin.unref()
  watcher.stdin.on("error", () => {})
  return () => {
    if (alive(watcher.pid)) process.kill(-watcher.pid, "SIGKILL")
  }
}

const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }

/**
 * Starts the embedded PostgreSQL on a folder, or takes over one that still runs there.
 * @param {{ folder: string, durable?: boolean, settings?: Record<string, string | number> }} options
 *   `durable: false` trades safety for speed: for data that may be lost only
 * @returns {Promise<{ url(database?: string): string, ensureDatabase(name: string): Promise<void>, exited: Promise<void>, pid: number, port: number, stop(): Promise<void>, destroy(): Promise<void> }>}
 */
export async function startEmbeddedDatabase({ folder, durable = true, settings = {} }) {
  const beside = resolve(folder)
  await mkdir(dirname(beside), { recursive: true })
  const binaries = await prepareBinaries(beside)
  const keyFile = `${beside}.json`
  const logFile = `${beside}.log`
  const keys = await readKeys(keyFile)
  const keep = () => writeFile(keyFile, JSON.stringify(keys), { mode: 0o600 })
  const url = (database = "postgres") => `postgresql://${user}:${keys.password}@${host}:${keys.port}/${database}`

  if (!existsSync(binaries.data)) {
    await keep()
    await initialise(binaries, keys.password, durable)
  }

  const found = await survivor(binaries.data)
  if (found) keys.port = found.port
  let child
  let pid = found?.pid ?? 0
  if (!found || !(await answers(url(), () => alive(pid)))) {
    keys.port = await freePort(keys.port)
    child = launch(binaries, keys.port, durable ? settings : { ...careless, ...settings }, logFile)
    pid = child.pid
  }
  const exited = child
    ? new Promise((done) => child.once("exit", () => done()))
    : (async () => {
        while (await survivor(binaries.data)) await pause(100)
      })()
  let running = true
  const release = endWithUs(pid)
  exited.then(() => {
    running = false
    release()
  })
  if (!(await answers(url(), () => running))) {
    const tail = (await readFile(logFile, "utf8")).trimEnd().split("\n").slice(-8).join("\n")
    throw new Error(`PostgreSQL did not start. The end of ${logFile}:\n${tail}`)
  }
  await keep()

  async function stop() {
    if (!running) return
    process.kill(pid, "SIGINT")
    await exited
  }

  return {
    url,
    pid,
    port: keys.port,
    exited,
    async ensureDatabase(name) {
      const { rowCount } = await query(url(), `select 1 from pg_database where datname = '${name}'`)
      if (rowCount === 0) await query(url(), `create database "${name}"`)
    },
    stop,
    async destroy() {
      await stop()
      for (const path of [binaries.data, keyFile, logFile]) await rm(path, { recursive: true, force: true })
    },
  }
}
