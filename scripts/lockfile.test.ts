import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

type Entry = { optionalDependencies?: Record<string, string> }

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> }

/** Where npm would find a package that one at `path` asks for: beside it, or beside any folder above. */
function places(path: string, name: string): string[] {
  const above = path.lastIndexOf("node_modules/")
  const here = `${path ? `${path}/` : ""}node_modules/${name}`
  return path === "" ? [here] : [here, ...places(path.slice(0, Math.max(0, above - 1)), name)]
}

// A registry with gaps makes npm leave out what it does not have, and `npm ci` then refuses the whole file.
test("the lockfile names the optional packages of every machine, also those that this one could not fetch", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !places(path, name).some((place) => place in packages)),
  )
  expect(missing).toEqual([])
})

test("the lockfile names no registry", () => {
  const named = Object.entries(packages).filter(([, entry]) => "resolved" in entry)
  expect(named).toEqual([])
})
