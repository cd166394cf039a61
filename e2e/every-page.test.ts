import { expect, test } from "vitest"
import { everyPage } from "./every-page"
import { routesOf } from "./routes"

test("somebody looks at every page of the house", () => {
  expect(Object.keys(everyPage).sort()).toEqual(routesOf("page.tsx").sort())
})
