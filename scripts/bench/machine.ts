import { readFileSync } from "node:fs"
import { arch, cpus, platform, release, totalmem } from "node:os"

/** What everything ran on, in one line. */
export function machine(): string {
  const [first] = cpus()
  return `${cpus().length} × ${first?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()} ${arch()}`
}

/** The versions that matter. */
export function versions(): string {
  const versionOf = (name: string) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version
  const packages = ["next", "react", "@prisma/client", "pg", "autocannon"].map((name) => `${name} ${versionOf(name)}`)
  return [`Node ${process.versions.node}`, ...packages].join(", ")
}
