import { describe, expect, test } from "vitest"
import { homePath, safeNextPath } from "./next-path"

describe("after signing in one stays on this site", () => {
  test.each([
    ["/sales/leads", "/sales/leads"],
    ["/sales/leads?q=a%20b&view=all#rows", "/sales/leads?q=a%20b&view=all#rows"],
    ["/account/../commerce/prospects", "/commerce/prospects"],
  ])("%s leads to %s", (next, path) => expect(safeNextPath(next)).toBe(path))

  test.each([
    undefined,
    null,
    "",
    "sales",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "/..//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    " //evil.example",
    "/sign-in",
    "/api/auth/signout",
    `/${"a".repeat(3000)}`,
  ])("%j leads to the first page instead", (next) => expect(safeNextPath(next)).toBeNull())
})

test("the first page is the one that the role works on", () => {
  expect(homePath("seller")).toBe("/sales/leads")
  expect(homePath("auditor")).toBe("/sales/leads")
  expect(homePath("commerce_manager")).toBe("/commerce/prospects")
  expect(homePath(null)).toBe("/account")
})
