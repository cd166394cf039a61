import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join, relative } from "node:path"
import { root } from "./bootstrap.mjs"

const schema = ["prisma/schema", "prisma.config.ts", "package-lock.json"]
const settings = ["next.config.js", "postcss.config.js", "instrumentation.ts", "package.json"]
const code = ["app", "components", "lib", "public", "scripts/build.mjs"]
const isTest = /(\.test\.tsx?|\/testing[^/]*\.ts)$/

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  const entries = readdirSync(full, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function fingerprint(paths) {
  const hash = createHash("sha256")
  const names = paths.flatMap(filesUnder).filter((name) => !isTest.test(name))
  for (const name of names.sort()) hash.update(`${name}\0`).update(readFileSync(join(root, name)))
  return hash.digest("hex")
}

/** Says what Prisma's client is generated from: another answer, another client. */
export const schemaFingerprint = () => fingerprint(schema)

/** Says what the web is built from: another answer, another build. Tests do not count. */
export const sourcesFingerprint = () => fingerprint([...schema, ...settings, ...code])

export const clientStamp = join(root, "prisma", "generated", ".schema")
export const buildStamp = join(root, ".next", ".sources")

const says = (file, text) => existsSync(file) && readFileSync(file, "utf8") === text

export const isGenerated = () => says(clientStamp, schemaFingerprint())
export const isBuilt = () => says(buildStamp, sourcesFingerprint())
