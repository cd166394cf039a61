import { spawn } from "node:child_process"
import { closeSync, openSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import { root } from "./bootstrap.mjs"

const tether = pathToFileURL(join(root, "scripts", "tether.mjs")).href
const graceMs = 10_000
const healthyMs = 60_000
const longestWaitMs = 30_000

/** The last lines of a log file, for the moment when something went wrong. */
export function tail(file, lines = 12) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n")
}

// Detached: a terminal's Ctrl-C goes to the whole group, and who stops when is for the parent to say.
function launch(args, env, log) {
  return spawn(process.execPath, ["--import", tether, ...args], {
    cwd: root,
    env: { ...env, TETHERED_TO: String(process.pid) },
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  })
}

/** Runs one of the project's programs to its end; rejects with the end of its output when it fails. */
export function run(args, { env, logFile }) {
  return new Promise((done, failed) => {
    const log = openSync(logFile, "w")
    const child = launch(args, env, log)
    closeSync(log)
    child.once("error", failed)
    child.once("exit", (code) => (code === 0 ? done() : failed(new Error(`${args.join(" ")} ended with ${code}.\n${tail(logFile)}`))))
  })
}

/**
 * Keeps one of the project's programs running: when it dies it is started again, each time after a longer pause.
 * @returns {{ pid(): number | undefined, stop(): Promise<void> }}
 */
export function keepRunning(name, args, { env, logFile, shown = false, say = console.log }) {
  let child
  let stopping = false
  let timer
  let waitMs = 1000

  function begin() {
    const log = shown ? "inherit" : openSync(logFile, "a")
    const startedAt = Date.now()
    child = launch(args, env, log)
    if (typeof log === "number") closeSync(log)
    child.once("exit", (code, signal) => {
      child = undefined
      if (stopping) return
      if (Date.now() - startedAt > healthyMs) waitMs = 1000
      say(
        `${name} ended (${signal ?? code}); starting it again in ${waitMs / 1000} s.${shown ? "" : ` The end of ${logFile}:\n${tail(logFile)}`}`,
      )
      timer = setTimeout(begin, waitMs)
      waitMs = Math.min(waitMs * 2, longestWaitMs)
    })
  }

  begin()
  return {
    pid: () => child?.pid,
    stop() {
      stopping = true
      clearTimeout(timer)
      const last = child
      if (!last) return Promise.resolve()
      return new Promise((done) => {
        const force = setTimeout(() => last.kill("SIGKILL"), graceMs)
        last.once("exit", () => {
          clearTimeout(force)
          done()
        })
        last.kill("SIGTERM")
      })
    },
  }
}

/** Waits until an address answers without a server's error; rejects after `withinMs`. */
export async function answers(url, withinMs = 60_000) {
  const end = Date.now() + withinMs
  while (Date.now() < end) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined)
    if (answer && answer.status < 500) return
    await pause(150)
  }
  throw new Error(`${url} does not answer.`)
}
