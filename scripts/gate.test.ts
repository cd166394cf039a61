import { createServer, type IncomingHttpHeaders, request } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pathHeader } from "@/lib/identity/path-header"
import "./gate.mjs"

const server = createServer((asked, answer) => answer.end(JSON.stringify(asked.headers)))
beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)))
afterAll(() => new Promise((done) => server.close(done)))

/** What the server was told, and the headers of its answer. The path goes out as it is written here. */
function ask(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo
  return new Promise<{ told: IncomingHttpHeaders; answered: IncomingHttpHeaders }>((done, failed) => {
    request({ host: "127.0.0.1", port, path, headers, agent: false }, async (answer) => {
      const parts = await answer.toArray()
      done({ told: JSON.parse(Buffer.concat(parts).toString()), answered: answer.headers })
    })
      .once("error", failed)
      .end()
  })
}

test("what a browser claims of itself is overwritten", async () => {
  const claims = {
    "x-forwarded-for": "10.9.8.7",
    "x-forwarded-host": "evil.example",
    [pathHeader]: "/x",
    "content-security-policy": "'nonce-mine'",
  }
  const { told } = await ask("/sales/leads?q=a", claims)
  expect(told["x-forwarded-for"]).toBe("127.0.0.1")
  expect(told).not.toHaveProperty("x-forwarded-host")
  expect(told[pathHeader]).toBe("/sales/leads?q=a")
  expect(told["content-security-policy"]).not.toContain("mine")
})

test("each page and its answer have one policy, with a nonce that no other has", async () => {
  const [first, second] = [await ask("/sales/leads"), await ask("/sales/leads")]
  expect(first.answered["content-security-policy"]).toMatch(/'nonce-[\w+/]{22}=='/)
  expect(first.told["content-security-policy"]).toBe(first.answered["content-security-policy"])
  expect(second.answered["content-security-policy"]).not.toBe(first.answered["content-security-policy"])
  expect(first.answered).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" })
})

test.each(["//", "//evil.example/sales", "*", "http://evil.example/x", "/a?_rsc"])("%s is answered like any address", async (path) => {
  const { answered } = await ask(path)
  expect(answered["x-content-type-options"]).toBe("nosniff")
})

test("the router's own parameter is no part of what was asked for", async () => {
  expect((await ask("/sales/leads?q=a&_rsc=1x2y")).told[pathHeader]).toBe("/sales/leads?q=a")
  expect((await ask("/sales?_rsc=1x2y")).told[pathHeader]).toBe("/sales")
})

test("what is refused is refused before the server, with the headers of every answer, and reads as a sentence", async () => {
  const { port } = server.address() as AddressInfo
  const ask = (method: string, headers: Record<string, string>, body = "") =>
    fetch(`http://127.0.0.1:${port}/request`, { method, headers, ...(body ? { body } : {}) })
  const foreign = await ask("POST", { origin: "https://evil.example" }, "a=1")
  expect([foreign.status, await foreign.text()]).toEqual([403, expect.stringContaining("did not come from this site")])
  const large = await ask("POST", { origin: `http://127.0.0.1:${port}` }, "a".repeat(3_000_000))
  expect([large.status, await large.text()]).toEqual([413, expect.stringContaining("more than a form can take")])
  const other = await ask("DELETE", {})
  expect([other.status, other.headers.get("allow"), other.headers.get("x-content-type-options")]).toEqual([
    405,
    "GET, HEAD, POST, OPTIONS",
    "nosniff",
  ])
})

test("an uploaded file keeps the policy of its route, and scripts need none", async () => {
  expect((await ask("/api/attachments/1")).answered).not.toHaveProperty("content-security-policy")
  expect((await ask("/_next/static/chunks/a.js")).answered).not.toHaveProperty("content-security-policy")
})
