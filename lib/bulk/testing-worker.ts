import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll } from "vitest"

const workers: ChildProcess[] = []
afterAll(() => {
  for (const worker of workers) worker.kill("SIGKILL")
})

function startWorker(): ChildProcess {
  const env = { ...process.env, SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "house@gangway.example" }
  const worker = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], { env, stdio: "ignore" })
  workers.push(worker)
  return worker
}

async function endOnce(isSo: () => Promise<boolean>, signal: "SIGKILL" | "SIGTERM", afterMs: number): Promise<void> {
  const worker = startWorker()
  while (!(await isSo())) await pause(5)
  await pause(afterMs)
  worker.kill(signal)
  await once(worker, "exit")
}

/** Lets a worker in a process of its own work until something is so, and ends it in order. */
export const workUntil = (isSo: () => Promise<boolean>) => endOnce(isSo, "SIGTERM", 0)

/** The same, but strikes it dead a moment later, in the middle of what it does next. */
export const strikeOnce = (isSo: () => Promise<boolean>) => endOnce(isSo, "SIGKILL", 60)
