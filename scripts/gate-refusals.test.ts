import { expect, test } from "vitest"
import { refusalAtGate } from "./gate-refusals.mjs"

const host = "partners.example"
const own = { host, origin: `https://${host}` }
const statusOf = (method: string, path = "/request", headers: Record<string, string> = own) =>
  refusalAtGate({ method, headers }, path)?.status ?? null

test.each(["GET", "HEAD", "POST", "OPTIONS"])("%s goes on", (method) => {
  expect(statusOf(method)).toBeNull()
})

test("files are put to routes, and no page is", () => {
  expect(statusOf("PUT", "/api/uploads/attachment")).toBeNull()
  expect(statusOf("PUT")).toBe(405)
})

test.each(["TRACE", "PROPFIND", "DELETE", "PATCH", "CONNECT", "LOCK"])("%s is not answered to", (method) => {
  expect(refusalAtGate({ method, headers: own }, "/sales/leads")).toMatchObject({ status: 405, allow: "GET, HEAD, POST, OPTIONS" })
})

test.each(["https://evil.example", "null", "foo", "https://partners.example.evil.example", "https://partners.example:8443"])(
  "a form from %s is refused",
  (origin) => {
    expect(statusOf("POST", "/request", { host, origin })).toBe(403)
  },
)

test("a form without an Origin goes on to the action, which refuses it in its own words; so does what the proxy asks for", () => {
  expect(statusOf("POST", "/request", { host })).toBeNull()
  expect(statusOf("POST", "/request", { host: "10.0.0.1:3000", "x-forwarded-host": host, origin: own.origin })).toBeNull()
})

test("programs knock at the API from anywhere, and what a page loads is no form", () => {
  expect(statusOf("POST", "/api/v1/credit/postings", { host, origin: "https://shop.example" })).toBeNull()
  expect(statusOf("GET", "/request", { host, origin: "https://evil.example" })).toBeNull()
})

test("a form may say a megabyte", () => {
  expect(statusOf("POST", "/request", { ...own, "content-length": "1048576" })).toBeNull()
  expect(statusOf("POST", "/request", { ...own, "content-length": "1048577" })).toBe(413)
})

test("an address whose signs are none is not read", () => {
  for (const path of ["/sales/leads/%FF", "/request/status/%ED%A0%80", "/request/at/%00", "/%"]) expect(statusOf("GET", path)).toBe(400)
  expect(statusOf("GET", "/request/at/caf%C3%A9")).toBeNull()
})
