import { spawnSync } from "node:child_process"
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./bootstrap.mjs"
import { generateClient } from "./generate.mjs"
import { buildStamp, sourcesFingerprint } from "./sources.mjs"

// A build connects to nothing and keeps no secret, but the modules it loads want their settings there.
const placeholders = { DATABASE_URL: "postgresql://build.invalid/none", AUTH_SECRET: "the-build-signs-nothing-at-all-with-this" }
const env = { ...placeholders, ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }

generateClient()
rmSync(buildStamp, { force: true })
const print = sourcesFingerprint()
const { status } = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], { cwd: root, env, stdio: "inherit" })
if (status !== 0) process.exit(status ?? 1)

// `output: "standalone"` leaves these two to whoever serves them; here that is the same process.
const standalone = join(root, ".next", "standalone")
if (!existsSync(join(standalone, "server.js"))) {
  console.error("Next took a folder above this one for the root: next.config.js has to name outputFileTracingRoot and turbopack.root.")
  process.exit(1)
}
rmSync(join(standalone, ".next", "static"), { recursive: true, force: true })
cpSync(join(root, ".next", "static"), join(standalone, ".next", "static"), { recursive: true })
if (existsSync(join(root, "public"))) cpSync(join(root, "public"), join(standalone, "public"), { recursive: true })
writeFileSync(buildStamp, print)
