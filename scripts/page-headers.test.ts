import { expect, test } from "vitest"
import { pathHeader as readHeader } from "@/lib/identity/path-header"
import { contentPolicy, pageHeaders, pathHeader } from "./page-headers.mjs"

const headersOf = (path: string, isSecure = false) => Object.fromEntries(pageHeaders(path, isSecure))

test("scripts run by their nonce alone, and nobody frames a page", () => {
  const policy = contentPolicy("abc", false)
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain("unsafe-eval")
})

test.each(["/set-password/secret", "/reset-password/secret", "/request/status/secret"])(
  "%s is told to no other site and kept nowhere",
  (path) => {
    expect(headersOf(path)).toMatchObject({
      "referrer-policy": "same-origin",
      "x-robots-tag": "noindex, nofollow",
      "cache-control": "no-store",
    })
  },
)

test.each(["/sales/leads", "/commerce/prospects", "/settings", "/account/users"])("%s is kept nowhere", (path) => {
  expect(headersOf(path)["cache-control"]).toBe("no-store")
})

test("HSTS is for TLS", () => {
  expect(headersOf("/")).not.toHaveProperty("strict-transport-security")
  expect(headersOf("/", true)["strict-transport-security"]).toMatch(/^max-age=31536000/)
})

test("a page reads its path where the gate writes it", () => {
  expect(readHeader).toBe(pathHeader)
})
