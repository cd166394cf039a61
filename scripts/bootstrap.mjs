import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

// Runs on whatever Node the machine has, before anything is installed: only Node's own modules here.

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lockFile = join(root, "package-lock.json")
const stampFile = join(root, "node_modules", ".gangway-installed")
const pinnedNode = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node")

const lockHash = () => createHash("sha256").update(readFileSync(lockFile)).digest("hex")

function isInstalled() {
  const marker = join(root, "node_modules", ".package-lock.json")
  if (!existsSync(marker)) return false
  if (existsSync(stampFile)) return readFileSync(stampFile, "utf8") === lockHash()
  return statSync(marker).mtimeMs >= statSync(lockFile).mtimeMs
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Gangway needs Node 20.19 or newer to start; this is ${process.version}.`)
  process.exit(1)
}

/** Installs the packages of the lockfile when they are missing or of another lockfile. */
export function installPackages() {
  requireNode()
  if (!isInstalled()) {
    console.log("Installing packages (once, about half a minute) …")
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]
    // Prisma would fetch a native engine that is not used here; an executable in its place keeps it from trying.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_SKIP_POSTINSTALL_GENERATE: "1" }
    const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"]
    const shell = npm[0] === "npm" && process.platform === "win32"
    const { status } = spawnSync(npm[0], [...npm.slice(1), ...args], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"], shell })
    if (status !== 0) {
      console.error("npm ci failed; its message is above.")
      process.exit(1)
    }
  }
  if (!existsSync(stampFile)) writeFileSync(stampFile, lockHash())
}

/**
 * Goes on in another script of this folder, on the Node that the project pins, and ends as that one ends.
 * The channel between the two tells the child when this process is gone, however it went.
 */
export function continueIn(script, args) {
  if (!existsSync(pinnedNode)) console.log(`The pinned Node is not installed (install scripts are off?); going on with ${process.version}.`)
  const node = existsSync(pinnedNode) ? pinnedNode : process.execPath
  const child = spawn(node, [join(root, "scripts", script), ...args], { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] })
  // npm passes a signal on to the shell between it and us, which dies of it and tells nobody.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 300).unref()
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
