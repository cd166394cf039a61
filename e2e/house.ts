import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { startTestDatabase } from "../lib/platform/testing-server"
import { answers, keepRunning, run } from "../scripts/child.mjs"
import { freePort } from "../scripts/embedded-database.mjs"
import { isBuilt } from "../scripts/sources.mjs"
import { sendWindowSeconds } from "./send-window"

const logs = "test-results/logs"
const logFile = (name: string) => join(logs, `${name}.log`)
const tsx = ["--import", "tsx"]

/** Starts a whole Gangway for the run: database, demo town, inbox, worker and web. The answer ends all of it. */
export default async function openHouse(): Promise<() => Promise<void>> {
  if (process.env.E2E_URL) return async () => {}
  await mkdir(logs, { recursive: true })
  if (!isBuilt()) await run(["scripts/build.mjs"], { env: process.env, logFile: logFile("build") })

  const database = await startTestDatabase()
  await database.ensureDatabase("e2e")
  const [port, smtpPort, inboxPort, bouncePort] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const inboxUrl = `http://localhost:${inboxPort}`
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
    DATABASE_URL: database.url("e2e"),
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    INBOX_URL: inboxUrl,
    BOUNCE_ADDRESS: "bounces@gangway.example",
    BOUNCE_PORT: String(bouncePort),
    BOUNCE_HOST: "127.0.0.1",
    AUTH_SECRET: "a-secret-of-the-tests-and-of-nothing-else",
    GANGWAY_DEMO: "1",
    SEND_WINDOW_SECONDS: String(sendWindowSeconds),
    // A test types faster than any person.
    FORM_MINIMUM_SECONDS: "0",
  }
  const keep = (name: string, args: string[]) => keepRunning(name, args, { env, logFile: logFile(name) })
  await run([...tsx, "scripts/migrate.ts"], { env, logFile: logFile("migrate") })
  await run([...tsx, "scripts/seed.ts"], { env, logFile: logFile("seed") })
  const running = [
    keep("inbox", [...tsx, "scripts/demo-inbox.ts", "--smtp-port", String(smtpPort), "--http-port", String(inboxPort)]),
    keep("worker", [...tsx, "scripts/worker.ts"]),
    keep("web", ["scripts/web.mjs"]),
  ]
  const close = async () => {
    await Promise.all(running.map((each) => each.stop()))
    await database.destroy()
  }
  try {
    await answers(`http://127.0.0.1:${port}/api/health`)
    await answers(inboxUrl)
  } catch (error) {
    await close()
    throw error
  }
  process.env.E2E_URL = `http://localhost:${port}`
  process.env.E2E_INBOX_URL = inboxUrl
  process.env.E2E_BOUNCE_PORT = String(bouncePort)
  return close
}
