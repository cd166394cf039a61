import { readdirSync } from "node:fs"
import { basename, dirname } from "node:path"
import { expect, test } from "vitest"
import { everyPage } from "./every-page"

/** A folder in round brackets gathers pages and is no part of their address. */
const isInAddress = (folder: string) => folder !== "." && !folder.startsWith("(")

test("somebody looks at every page of the house", () => {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => basename(file) === "page.tsx")
    .map((file) => `/${dirname(file).split("/").filter(isInAddress).join("/")}`)
  expect(Object.keys(everyPage).sort()).toEqual(routes.sort())
})
