import { spawn } from "node:child_process"
import { chromium } from "@playwright/test"
import { root } from "./bootstrap.mjs"
import { findChromium, installChromium } from "./chromium.mjs"
import { generateClient } from "./generate.mjs"
import { isBuilt } from "./sources.mjs"

const bin = (path, ...args) => [`node_modules/${path}`, ...args]
const next = (...args) => bin("next/dist/bin/next", ...args)

/** What `npm test` checks, in this order; `npm test -- unit browser` checks these two alone. */
const steps = {
  lint: [bin("@biomejs/biome/bin/biome", "ci", ".")],
  types: [next("typegen"), bin("typescript/bin/tsc", "--noEmit")],
  unit: [bin("vitest/vitest.mjs", "run", "--project", "unit")],
  command: [bin("vitest/vitest.mjs", "run", "--project", "command")],
  build: () => (isBuilt() ? [] : [["scripts/build.mjs"]]),
  browser: [bin("@playwright/test/cli.js", "test")],
}

let current
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    // The one signal at which Playwright and Vitest tidy up.
    current?.kill("SIGINT")
    process.exitCode = 1
  })
}
process.on("disconnect", () => current?.kill("SIGINT"))

function succeeds(args) {
  return new Promise((done) => {
    current = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } })
    current.once("exit", (code) => done(code === 0))
  })
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in steps))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. There are: ${Object.keys(steps).join(", ")}.`)
  process.exit(1)
}

generateClient()
const times = []
for (const [name, commands] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  if (name === "browser" && !findChromium(chromium.executablePath())) installChromium()
  console.log(`\n── ${name}`)
  const startedAt = performance.now()
  for (const command of typeof commands === "function" ? commands() : commands) {
    if (!(await succeeds(command))) {
      console.error(`\n${name} failed.`)
      process.exit(1)
    }
  }
  times.push(`${name} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}
console.log(`\nAll checks passed: ${times.join(", ")}.`)
process.exit(0)
