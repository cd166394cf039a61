import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { root } from "./bootstrap.mjs"
import { clientStamp, isGenerated, schemaFingerprint } from "./sources.mjs"

/** Generates Prisma's client unless the one at hand is of these schema texts. Ends the process when Prisma refuses. */
export function generateClient() {
  if (isGenerated()) return
  const print = schemaFingerprint()
  const prisma = ["node_modules/prisma/build/index.js", "generate"]
  const { status, stdout, stderr } = spawnSync(process.execPath, prisma, { cwd: root, encoding: "utf8" })
  if (status !== 0) {
    console.error(`${stdout}${stderr}`)
    process.exit(status ?? 1)
  }
  writeFileSync(clientStamp, print)
}

if (import.meta.main ?? process.argv[1]?.endsWith("generate.mjs")) generateClient()
