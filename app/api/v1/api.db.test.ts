import { readdirSync, readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import openapi from "@/docs/openapi.json"
import { addChannel } from "@/lib/commerce/channels/change-channels"
import { refusals } from "@/lib/commerce/credit/problems"
import { aCreditor, type Creditor, give, unguard } from "@/lib/commerce/credit/testing-credit"
import { addApiKey, revokeApiKey } from "@/lib/identity/api-keys/change-api-keys"
import { mostBytes } from "@/lib/identity/api-keys/read-body"
import { type ApiScope, scopeNames } from "@/lib/identity/api-keys/scopes"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { hashSecret, newId } from "@/lib/platform/ids"
import { aStaff } from "@/prisma/makers"

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
const modules = import.meta.glob<Partial<Record<"GET" | "POST", Handler>>>("./credit/**/route.ts", { eager: true })

/** The routes by their paths, as patterns with the names of their parts. */
const routes = Object.entries(modules).map(([file, handlers]) => {
  const path = file.replace("./", "/api/v1/").replace("/route.ts", "")
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name)
  return { path, names, pattern: new RegExp(`^${path.replace(/\[\w+\]/g, "([^/]+)")}$`), handlers }
})

type Asked = { key?: string | null; body?: unknown; headers?: Record<string, string>; idempotencyKey?: string | null }

async function call(method: "GET" | "POST", path: string, { key = shop, body, headers = {}, idempotencyKey = newId() }: Asked = {}) {
  const route = routes.find(({ pattern }) => pattern.test(path))
  const handler = route?.handlers[method]
  if (!route || !handler) throw new Error(`There is no ${method} ${path}`)
  const values = route.pattern.exec(path)?.slice(1) ?? []
  const params = Object.fromEntries(route.names.map((name, at) => [name, decodeURIComponent(values[at] ?? "")]))
  const request = new Request(`http://localhost:3000${path}`, {
    method,
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(method === "POST" ? { "content-type": "application/json" } : {}),
      ...(method === "POST" && idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
      ...headers,
    },
    ...(method === "POST" ? { body: typeof body === "string" ? body : JSON.stringify(body ?? {}) } : {}),
  })
  const answer = await handler(request, { params: Promise.resolve(params) })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> }
}

let administrator: Awaited<ReturnType<typeof aStaff>>
let shop = ""
let creditor: Creditor

const aKey = async (scopes: ApiScope[] = scopeNames, expiresOn: string | null = null, channel: string | null = null) =>
  inTransaction(administrator, (ctx) => addApiKey(ctx, { name: `Shop ${newId().slice(-4)}`, scopes, channel, expiresOn }))

beforeAll(async () => {
  await unguard()
  administrator = await aStaff("administrator")
  shop = (await aKey()).key
  creditor = await aCreditor()
})

const order = (given: object = {}) => ({
  ...{ organization: creditor.organizationId, user: creditor.memberId, amount: 5, currency: "EUR", reference: "Order" },
  ...given,
})
const authorizations = "/api/v1/credit/authorizations"

describe("keys", () => {
  test("are shown once and kept by hash, with one audit row", async () => {
    const { key, keyId } = await aKey()
    expect(key).toMatch(/^gw_[\w-]{43}$/)
    const stored = await db.apiKey.findUniqueOrThrow({ where: { id: keyId } })
    expect(JSON.stringify(stored)).not.toContain(key)
    expect(stored).toMatchObject({ hash: hashSecret(key), beginning: key.slice(0, 8), lastUsedAt: null })
    await call("GET", `/api/v1/credit/organizations/${creditor.organizationId}`, { key })
    expect((await db.apiKey.findUniqueOrThrow({ where: { id: keyId } })).lastUsedAt).not.toBeNull()
    expect(await db.auditEntry.findMany({ where: { recordId: keyId } })).toMatchObject([{ move: "api_key.add" }])
  })

  test("open nothing once they are revoked, expired or not ours, and each is refused alike", async () => {
    const revoked = await aKey()
    await inTransaction(administrator, (ctx) => revokeApiKey(ctx, { keyId: revoked.keyId }))
    const again = inTransaction(administrator, (ctx) => revokeApiKey(ctx, { keyId: revoked.keyId }))
    await expect(again).rejects.toMatchObject({ code: "conflict" })
    const expired = await aKey(scopeNames, "2099-01-01")
    await db.apiKey.update({ where: { id: expired.keyId }, data: { expiresAt: new Date(0) } })
    for (const key of [null, "gw_short", `gw_${"a".repeat(43)}`, revoked.key, expired.key, shop.toUpperCase()]) {
      const answer = await call("POST", authorizations, { key, body: order() })
      expect(answer).toMatchObject({ status: 401, body: { code: "unauthenticated" } })
      expect(answer.headers.get("www-authenticate")).toContain("Bearer")
    }
  })

  test.each(routes.flatMap(({ path, handlers }) => Object.keys(handlers).map((method) => ({ path, method: method as "GET" | "POST" }))))(
    "$method $path asks for its scope",
    async ({ path, method }) => {
      const needed: ApiScope = method === "GET" ? "credit:read" : path.endsWith("postings") ? "credit:post" : "credit:authorize"
      const { key } = await aKey(scopeNames.filter((scope) => scope !== needed))
      const asked = path.replace("[id]", newId()).replace("[organization]", creditor.organizationId).replace("[user]", creditor.memberId)
      expect(await call(method, asked, { key })).toMatchObject({ status: 403, body: { code: "scope_missing", scope: needed } })
    },
  )
})

/** A channel, and the key of its shop. */
async function anOutlet() {
  const words = { storeUrl: null, languages: ["en" as const], defaultLanguage: "en" as const, intro: null, letterProfileId: null }
  const { channelId } = await inTransaction(administrator, (ctx) =>
    addChannel({ ...ctx, actor: administrator }, { ...words, name: `Outlet ${newId().slice(-6)}`, formSlug: newId() }),
  )
  const { code: outlet } = await db.channel.findUniqueOrThrow({ where: { id: channelId } })
  return { outlet, ...(await aKey(scopeNames, null, outlet)) }
}

test("the key of one shop is told nothing of those who are no customers there, whatever it asks", async () => {
  const { outlet, key } = await anOutlet()
  const { organizationId, hierarchyId, memberId } = await aCreditor()
  const { body: promise } = await call("POST", authorizations, { body: order({ organization: organizationId, user: memberId }) })
  const posting = { organization: organizationId, kind: "payment", amount: 1, currency: "EUR" }
  const asks = (): ["GET" | "POST", string, object?][] => [
    ["POST", authorizations, order({ organization: organizationId, user: memberId })],
    ["POST", authorizations, order({ organization: organizationId, user: memberId, currency: "JPY" })],
    ["POST", authorizations, order({ organization: organizationId, user: "nobody@partner.example" })],
    ["POST", authorizations, order({ organization: organizationId, user: creditor.memberId })],
    ["GET", `${authorizations}/${promise.id}`],
    ["POST", `${authorizations}/${promise.id}/captures`, { amount: 2 }],
    ["POST", `${authorizations}/${promise.id}/releases`, { amount: 1 }],
    ["POST", "/api/v1/credit/postings", posting],
    ["POST", "/api/v1/credit/postings", { ...posting, currency: "JPY" }],
    ["POST", "/api/v1/credit/postings", { ...posting, kind: "invoice", authorization: newId() }],
    ["GET", `/api/v1/credit/organizations/${organizationId}`],
    ["GET", `/api/v1/credit/organizations/${organizationId}/users/${memberId}`],
    ["GET", `/api/v1/credit/organizations/${organizationId}/users/nobody@partner.example`],
  ]
  const written = () => db.creditEntry.count({ where: { credit: { organizationId } } })
  const before = await written()
  await db.customer.update({ where: { id: organizationId }, data: { hold: "all" } })
  for (const [method, path, body] of asks())
    expect(await call(method, path, { key, body }), `${method} ${path}`).toMatchObject({
      status: 403,
      body: { code: "channel_not_allowed" },
    })
  expect(await written()).toBe(before)
  await db.customer.update({ where: { id: organizationId }, data: { hold: "none" } })
  await db.hierarchy.update({ where: { id: hierarchyId }, data: { channels: ["default", outlet] } })
  const answers = []
  for (const [method, path, body] of asks()) answers.push((await call(method, path, { key, body })).body.code ?? "done")
  expect(answers).toEqual([
    ...["done", "currency_mismatch", "user_not_found", "user_not_found", "done", "done", "done"],
    ...["done", "currency_mismatch", "authorization_not_found", "done", "done", "user_not_found"],
  ])
})

test("what a shop was promised it settles by any key of its channel once the organization has left, and nothing else", async () => {
  const [{ outlet, key, keyId }, other] = [await anOutlet(), await anOutlet()]
  const { organizationId, hierarchyId, memberId } = await aCreditor()
  const belong = (...channels: string[]) => db.hierarchy.update({ where: { id: hierarchyId }, data: { channels } })
  const ours = order({ organization: organizationId, user: memberId, amount: 10 })
  await belong("default", outlet)
  const { body: promise } = await call("POST", authorizations, { key, body: ours })
  const { body: elsewhere } = await call("POST", authorizations, { body: ours })
  await belong("default")
  const settling = ({ id }: Record<string, unknown>): ["GET" | "POST", string, object?][] => [
    ["GET", `${authorizations}/${id}`],
    ["POST", `${authorizations}/${id}/captures`, { amount: 4 }],
    ["POST", `${authorizations}/${id}/releases`, { amount: 1 }],
    ...["packing_slip", "invoice", "cancellation", "credit_note", "payment"].map((kind): ["POST", string, object] => [
      ...(["POST", "/api/v1/credit/postings"] as const),
      { organization: organizationId, authorization: id, kind, amount: 1, currency: "EUR" },
    ]),
  ]
  const answers = async (asks: ReturnType<typeof settling>, by: string) => {
    const codes = []
    for (const [method, path, body] of asks) codes.push((await call(method, path, { key: by, body })).body.code ?? "done")
    return [...new Set(codes)]
  }
  expect(await answers(settling(promise), key)).toEqual(["done"])
  const { key: inItsPlace } = await aKey(scopeNames, null, outlet)
  await inTransaction(administrator, (ctx) => revokeApiKey(ctx, { keyId }))
  expect(await answers(settling(promise), inItsPlace)).toEqual(["done"])
  expect(await answers(settling(promise), other.key)).toEqual(["channel_not_allowed"])
  const more: ReturnType<typeof settling> = [
    ...settling(elsewhere),
    ["POST", authorizations, ours],
    ["POST", "/api/v1/credit/postings", { organization: organizationId, kind: "payment", amount: 1, currency: "EUR" }],
    ["GET", `/api/v1/credit/organizations/${organizationId}`],
    ["GET", `/api/v1/credit/organizations/${organizationId}/users/${memberId}`],
  ]
  expect(await answers(more, inItsPlace)).toEqual(["channel_not_allowed"])
  expect((await call("GET", `${authorizations}/${promise.id}`)).body).toMatchObject({ held: 0, captured: 8, released: 2, invoiced: 2 })
})

test("the key of one shop finds nobody who is no customer at all", async () => {
  const { key } = await anOutlet()
  const nobody = { key, body: order({ organization: newId() }) }
  expect(await call("POST", authorizations, nobody)).toMatchObject({ status: 404, body: { code: "organization_not_found" } })
  expect(await call("GET", `/api/v1/credit/organizations/${newId()}`, { key })).toMatchObject({ status: 404 })
})

test("the key of one shop authorizes for those who are customers there, or everywhere, and for nobody else", async () => {
  const { outlet, key, keyId } = await anOutlet()
  const ask = async () => (await call("POST", authorizations, { key, body: order() })).body.code ?? "authorized"
  const belong = (inAllChannels: boolean, ...channels: string[]) =>
    db.hierarchy.update({ where: { id: creditor.hierarchyId }, data: { inAllChannels, channels } })
  expect(await call("POST", authorizations, { key, body: order() })).toMatchObject({ status: 403, body: { code: "channel_not_allowed" } })
  await belong(false, "default", outlet)
  expect(await ask()).toBe("authorized")
  await belong(true)
  expect(await ask()).toBe("authorized")
  await belong(false, "default")
  expect(await ask()).toBe("channel_not_allowed")
  expect((await db.auditEntry.findFirstOrThrow({ where: { recordId: keyId } })).to).toContain("for Outlet")
  await expect(aKey(scopeNames, null, "no-such-channel")).rejects.toMatchObject({ fields: { channel: expect.any(String) } })
  await expect(db.apiKey.update({ where: { id: keyId }, data: { channel: "no-such-channel" } })).rejects.toThrow()
})

describe("a request", () => {
  test.each([
    [{ amount: 1.5 }, "/amount"],
    [{ amount: 0 }, "/amount"],
    [{ amount: -1 }, "/amount"],
    [{ amount: "5" }, "/amount"],
    [{ amount: 1e15 }, "/amount"],
    [{ currency: "eur" }, "/currency"],
    [{ organization: { id: 1 } }, "/organization"],
    [{ user: null }, "/user"],
    [{ reference: "" }, "/reference"],
    [{ reference: "a\u202eb" }, "/reference"],
    [{ expiresInSeconds: 5 }, "/expiresInSeconds"],
    [{ more: true }, "/"],
  ])("with %o is refused at its pointer, and nothing is written", async (given, pointer) => {
    const before = await db.creditEntry.count()
    const answer = await call("POST", authorizations, { body: order(given) })
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid_request" } })
    expect((answer.body.errors as { pointer: string }[])[0]?.pointer).toBe(pointer)
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
    expect(await db.creditEntry.count()).toBe(before)
  })

  test.each([
    [{ body: "{" }, 400, "malformed_json"],
    [{ body: "" }, 400, "malformed_json"],
    [{ body: "[]" }, 400, "invalid_request"],
    [{ body: {}, headers: { "content-type": "text/plain" } }, 415, "unsupported_media_type"],
    [{ body: `"${"a".repeat(mostBytes)}"` }, 413, "body_too_large"],
    [{ body: {}, idempotencyKey: null }, 400, "idempotency_key_missing"],
    [{ body: {}, idempotencyKey: "a".repeat(256) }, 400, "idempotency_key_missing"],
  ] as [Asked, number, string][])("%# is %i %s", async (asked, status, code) => {
    const body = typeof asked.body === "string" ? asked.body : order()
    expect(await call("POST", authorizations, { ...asked, body })).toMatchObject({ status, body: { code } })
  })

  test("for what is somebody else's, or nobody's, finds nothing", async () => {
    const other = await aCreditor()
    const { body } = await call("POST", authorizations, { body: order({ organization: other.organizationId, user: other.memberId }) })
    const asks: ["GET" | "POST", string, object | undefined, string][] = [
      ["POST", authorizations, order({ user: other.memberId }), "user_not_found"],
      ["POST", authorizations, order({ user: "nobody@partner.example" }), "user_not_found"],
      ["POST", authorizations, order({ user: "' or 1=1" }), "user_not_found"],
      ["POST", authorizations, order({ organization: "CUS-999999" }), "organization_not_found"],
      ["POST", authorizations, order({ organization: creditor.memberId }), "organization_not_found"],
      ["POST", `${authorizations}/${newId()}/captures`, {}, "authorization_not_found"],
      ["POST", `${authorizations}/x/releases`, {}, "authorization_not_found"],
      ["GET", `${authorizations}/${newId()}`, undefined, "authorization_not_found"],
      ["GET", "/api/v1/credit/organizations/nobody", undefined, "organization_not_found"],
      ["GET", `/api/v1/credit/organizations/${creditor.organizationId}/users/${other.memberId}`, undefined, "user_not_found"],
      [
        "POST",
        "/api/v1/credit/postings",
        { organization: creditor.organizationId, authorization: body.id, kind: "invoice", amount: 1, currency: "EUR" },
        "authorization_not_found",
      ],
    ]
    for (const [method, path, given, code] of asks)
      expect(await call(method, path, { body: given }), `${method} ${path}`).toMatchObject({ status: 404, body: { code } })
  })

  test.each([
    [{ kind: "payment", amount: -5 }, "/amount"],
    [{ kind: "adjustment", amount: 0, note: "So" }, "/amount"],
    [{ kind: "adjustment", amount: 5 }, "/note"],
    [{ kind: "cancellation", amount: 5 }, "/authorization"],
    [{ kind: "payment", amount: 5, fromPackingSlips: 5 }, "/fromPackingSlips"],
    [{ kind: "refund", amount: 5 }, "/kind"],
  ])("to post %o is refused at its pointer", async (given, pointer) => {
    const answer = await call("POST", "/api/v1/credit/postings", {
      body: { organization: creditor.organizationId, currency: "EUR", ...given },
    })
    expect((answer.body.errors as { pointer: string }[])[0]?.pointer).toBe(pointer)
  })

  test("that is sent again gets the very answer, and says so", async () => {
    const asked = { body: order(), idempotencyKey: newId() }
    const [first, again] = [await call("POST", authorizations, asked), await call("POST", authorizations, asked)]
    expect(again.body).toEqual(first.body)
    expect([first, again].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"])
    const reused = await call("POST", authorizations, { ...asked, body: order({ amount: 6 }) })
    expect(reused).toMatchObject({ status: 422, body: { code: "idempotency_key_reused" } })
  })

  test("over a limit that only warns is granted with a warning", async () => {
    const warned = await aCreditor({ amount: 100, onExceeding: "warning" })
    const answer = await call("POST", authorizations, {
      body: order({ organization: warned.organizationId, user: warned.memberId, amount: 150 }),
    })
    expect(answer).toMatchObject({ status: 201, body: { left: { credit: 0 }, warning: { code: "credit_exceeded", over: 50 } } })
  })

  test("for an organization without credit is told that nothing is sold on account", async () => {
    const { organizationId, memberId } = creditor
    await give(organizationId, { allowOnAccount: false })
    expect(await call("POST", authorizations, { body: order({ user: memberId }) })).toMatchObject({
      status: 403,
      body: { code: "on_account_not_allowed" },
    })
    await give(organizationId)
  })
})

/** The examples of a page: what is asked, and what is answered. */
function examplesOf(page: string) {
  const blocks = [...page.matchAll(/```http\n([\s\S]*?)```\s*```json (\d+)\n([\s\S]*?)```/g)]
  return blocks.map(([, asked = "", status = "", answered = ""]) => {
    const [head = "", ...rest] = asked.split("\n\n")
    const [line = "", ...headers] = head.split("\n")
    const [method = "", path = ""] = line.split(" ")
    const idempotencyKey = headers.find((header) => header.startsWith("Idempotency-Key: "))?.slice(17)
    return { method: method as "GET" | "POST", path, idempotencyKey, body: rest.join("\n\n").trim(), status: Number(status), answered }
  })
}

describe("docs/API.md", () => {
  const page = readFileSync("docs/API.md", "utf8")

  test("every example is answered as it says, one after the other", async () => {
    const fresh = await aCreditor()
    const words: Record<string, string> = { organization: fresh.organizationId, user: fresh.memberId }
    const fill = (text: string) => text.replace(/\{(organization|user|authorization)\}/g, (all, name: string) => words[name] ?? all)
    const examples = examplesOf(page)
    expect(examples.length).toBeGreaterThan(8)
    for (const { method, path, idempotencyKey, body, status, answered } of examples) {
      const answer = await call(method, fill(path), { body: fill(body), idempotencyKey })
      if (typeof answer.body.id === "string" && path.endsWith("/authorizations")) words.authorization ??= answer.body.id
      expect(answer, `${method} ${path}`).toMatchObject({ status, body: JSON.parse(fill(answered)) })
    }
  })

  test("names every code", () => {
    for (const code of Object.keys(refusals)) expect(page).toContain(`\`${code}\``)
  })

  test("OpenAPI knows every route, every method and every scope, and nothing else", () => {
    const described = Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} /api/v1${path}`),
    )
    const built = routes.flatMap(({ path, handlers }) =>
      Object.keys(handlers).map((method) => `${method} ${path.replace(/\[(\w+)\]/g, "{$1}")}`),
    )
    expect(described.sort()).toEqual(built.sort())
    const operations: { security: { key: string[] }[] }[] = Object.values(openapi.paths).flatMap((methods) => Object.values(methods))
    const scopes = operations.flatMap(({ security }) => security.flatMap(({ key }) => key))
    expect([...new Set(scopes)].sort()).toEqual([...scopeNames].sort())
  })
})

test("every folder of the API is a route that is tested here", () => {
  const files = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("route.ts"))
  expect(files.length).toBe(routes.length + 1)
})
