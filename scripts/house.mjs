import { existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import pg from "pg"
import { root } from "./bootstrap.mjs"
import { answers, keepRunning, run } from "./child.mjs"
import { freePort, startEmbeddedDatabase } from "./embedded-database.mjs"
import { generateClient } from "./generate.mjs"
import { authSecret, choosePort, listenAddress, whoRunsHere } from "./house-settings.mjs"
import { isBuilt } from "./sources.mjs"

const isDev = process.argv.includes("--dev")
const inData = (name) => join(root, ".data", name)
const noteFile = inData("house.json")
const tsx = ["--import", "tsx"]

/** What runs, in the order of starting; it is stopped from the end. */
const running = []
let stopping
let isNoted = false

function stop(code) {
  stopping ??= (async () => {
    for (const each of running.toReversed()) await each.stop()
    if (isNoted) rmSync(noteFile, { force: true })
    process.exit(code)
  })()
  return stopping
}

function line(name, text) {
  console.log(`${name.padEnd(10)} ${text}`)
}

function say(text) {
  if (!stopping) console.log(text)
}

async function startDatabase() {
  const open = () => startEmbeddedDatabase({ folder: inData("postgres") })
  let server = await open()
  running.push({ stop: () => server.stop() })
  const watch = () =>
    server.exited.then(async () => {
      if (stopping) return
      say("PostgreSQL ended; starting it again.")
      server = await open()
      watch()
    })
  watch()
  await server.ensureDatabase("gangway")
  return server.url("gangway")
}

async function startInbox(env) {
  const httpPort = await choosePort("INBOX_PORT", 8025)
  const smtpPort = await freePort(1025)
  const args = ["scripts/demo-inbox.ts", "--smtp-port", String(smtpPort), "--http-port", String(httpPort), "--keep", inData("inbox.jsonl")]
  running.push(keepRunning("The inbox", [...tsx, ...args], { env, logFile: inData("inbox.log"), say }))
  return { SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, INBOX_URL: `http://localhost:${httpPort}` }
}

async function hasProspects(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rowCount } = await client.query("select 1 from commerce.prospect limit 1").finally(() => client.end())
  return rowCount !== 0
}

async function open() {
  mkdirSync(inData(""), { recursive: true })
  const other = whoRunsHere(noteFile)
  if (other) throw new Error(`Gangway runs here already: ${other.url} (process ${other.pid}).`)
  const port = await choosePort("PORT", 3000)
  const url = process.env.APP_URL ?? `http://localhost:${port}`
  writeFileSync(noteFile, JSON.stringify({ pid: process.pid, url }))
  isNoted = true

  const isEmbedded = !process.env.DATABASE_URL
  const isDemo = isEmbedded && process.env.GANGWAY_DEMO !== "0"
  let env = {
    ...process.env,
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOSTNAME: listenAddress(),
    AUTH_SECRET: authSecret(inData("auth-secret")),
    GANGWAY_DEMO: isDemo ? "1" : "0",
  }

  generateClient()
  const isStale = !isDev && !isBuilt()
  if (isStale) say("Building the portal (once, about half a minute) …")
  const built = isStale ? run(["scripts/build.mjs"], { env, logFile: inData("build.log") }) : Promise.resolve()
  built.catch(() => {})

  env.DATABASE_URL ??= await startDatabase()
  await run([...tsx, "scripts/migrate.ts"], { env, logFile: inData("migrate.log") })
  if (!env.SMTP_URL) env = { ...env, ...(await startInbox(env)) }
  if (isDemo && existsSync(join(root, "prisma/seed.ts")) && !(await hasProspects(env.DATABASE_URL))) {
    say("Filling in the demo's invented partners …")
    await run([...tsx, "scripts/seed.ts"], { env, logFile: inData("seed.log") })
  }
  await built

  const gate = ["--import", pathToFileURL(join(root, "scripts", "gate.mjs")).href]
  const web = isDev
    ? [...gate, "node_modules/next/dist/bin/next", "dev", "--port", String(port), "--hostname", env.HOSTNAME]
    : ["scripts/web.mjs"]
  const worker = isDev ? ["node_modules/tsx/dist/cli.mjs", "watch", "scripts/worker.ts"] : [...tsx, "scripts/worker.ts"]
  for (const log of ["web.log", "worker.log"]) if (existsSync(inData(log))) truncateSync(inData(log))
  running.push(keepRunning("The worker", worker, { env, logFile: inData("worker.log"), shown: isDev, say }))
  running.push(keepRunning("The portal", web, { env, logFile: inData("web.log"), shown: isDev, say }))
  await answers(`http://127.0.0.1:${port}/api/health`).catch((error) => {
    throw new Error(`${error.message} Its log: ${inData("web.log")}`)
  })

  const at = new URL(env.DATABASE_URL)
  line("Portal", url)
  line("Worker", isDev ? "running" : "running, its log is .data/worker.log")
  line("Inbox", env.INBOX_URL ?? "none: letters go out by SMTP_URL")
  line("Database", `postgresql://${at.host}${at.pathname}${isEmbedded ? ", its data is .data/postgres" : ""}`)
  if (!isEmbedded && !process.env.AUTH_SECRET) line("Note", "AUTH_SECRET is not set; .data/auth-secret serves this machine alone.")
  say("Ctrl-C stops everything and keeps the data.")
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0))
process.on("disconnect", () => stop(1))

open().catch((error) => {
  if (stopping) return
  console.error(error.message)
  stop(1)
})
