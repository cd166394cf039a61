import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { version } from "./version"

test("the version that pages show is the package's", () => {
  expect(version).toBe(JSON.parse(readFileSync("package.json", "utf8")).version)
})
