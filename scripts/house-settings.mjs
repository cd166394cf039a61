import { randomBytes } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { hostname } from "node:os"

function listens(port, host) {
  return new Promise((answer) => {
    const probe = createServer()
    probe.once("error", (error) => answer(error.code === "EADDRINUSE" || error.code === "EACCES"))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(false)))
  })
}

// Both loopback addresses: a browser that is told `localhost` may knock at either.
const isTaken = async (port) => (await listens(port, "127.0.0.1")) || (await listens(port, "::1"))

/**
 * The port that the environment asks for, or else the first free one from the usual port on.
 * @throws when the port asked for is taken
 */
export async function choosePort(variable, usual) {
  const wanted = process.env[variable]
  if (wanted) {
    if (await isTaken(Number(wanted)))
      throw new Error(`Port ${wanted} is taken. Free it, or choose another: ${variable}=${Number(wanted) + 1} npm start`)
    return Number(wanted)
  }
  for (let port = usual; port < usual + 20; port++) if (!(await isTaken(port))) return port
  throw new Error(`The ports ${usual} to ${usual + 19} are taken. Choose another: ${variable}=… npm start`)
}

/** Where the web listens. Shells and containers set HOSTNAME to the machine's own name: that is no wish of anybody's. */
export function listenAddress() {
  const wanted = process.env.HOSTNAME
  return wanted && wanted !== hostname() ? wanted : "127.0.0.1"
}

/** The secret of this installation: given, or made once and kept. */
export function authSecret(file) {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 })
  return readFileSync(file, "utf8").trim()
}

/** The note of a house that still runs on this folder, or undefined. */
export function whoRunsHere(file) {
  if (!existsSync(file)) return undefined
  const note = JSON.parse(readFileSync(file, "utf8"))
  try {
    process.kill(note.pid, 0)
    const command = existsSync("/proc") ? readFileSync(`/proc/${note.pid}/cmdline`, "utf8") : "house.mjs"
    return command.includes("house.mjs") ? note : undefined
  } catch {
    return undefined
  }
}
