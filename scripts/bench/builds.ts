import { createHash } from "node:crypto"
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { run } from "../child.mjs"
import { isBuilt, isGenerated } from "../sources.mjs"

const source = join(import.meta.dirname, "bare")
const target = join(".data", "bench", "bare")
const stamp = join(target, ".source")

function fingerprint(): string {
  const hash = createHash("sha256").update(readFileSync("package-lock.json")).update(readFileSync("prisma/generated/.schema"))
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files) hash.update(readFileSync(join(file.parentPath, file.name)))
  return hash.digest("hex")
}

const logged = (name: string) => ({
  env: { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" },
  logFile: join(".data", "bench", name),
})

/** Builds the product and the bare app unless the builds at hand are of the sources as they are. */
export async function ensureBuilds(): Promise<void> {
  if (!isGenerated()) await run(["scripts/generate.mjs"], logged("generate.log"))
  if (!isBuilt()) {
    console.error("Building the product …")
    await run(["scripts/build.mjs"], logged("build.log"))
  }
  const print = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === print) return
  console.error("Building the bare app …")
  rmSync(target, { recursive: true, force: true })
  cpSync(source, target, { recursive: true })
  await run(["node_modules/next/dist/bin/next", "build", target], logged("bare-build.log"))
  writeFileSync(stamp, print)
}
