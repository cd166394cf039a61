import { encode } from "next-auth/jwt"
import { expect, test, vi } from "vitest"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { newId } from "@/lib/platform/ids"
import { authOptions } from "./next-auth"
import { openSession, sessionCookieName } from "./sessions"

const cookies = new Map<string, string>()

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
    set: () => {},
    delete: () => {},
  }),
  headers: async () => new Headers(),
}))
// Outside a request React remembers nothing, so each call asks the database who is signed in.
vi.mock("react", async (original) => ({ ...(await original<typeof import("react")>()), cache: (read: unknown) => read }))

async function aBrowser() {
  const id = newId()
  await db.person.create({ data: { id, email: `${id}@partner.example`, name: "Ana Silva", createdAt: new Date() } })
  const sid = await inTransaction(theSystem, (ctx) => openSession(ctx, id, null))
  cookies.set(sessionCookieName(), await encode({ token: { sub: id, sid }, secret: env().AUTH_SECRET }))
  return { personId: id, token: { sub: id, sid } }
}

type JwtCallback = NonNullable<NonNullable<ReturnType<typeof authOptions>["callbacks"]>["jwt"]>
const read = (token: Awaited<ReturnType<JwtCallback>>) =>
  authOptions().callbacks?.jwt?.({ token, user: { id: "" }, account: null } satisfies Parameters<JwtCallback>[0])

test("next-auth takes the cookie of a session that stands, and puts nothing else into it", async () => {
  const { token } = await aBrowser()
  expect(await read({ ...token, role: "administrator" })).toEqual(token)
})

test("next-auth refuses the cookie of a session that has ended, though it was copied before", async () => {
  const { personId, token } = await aBrowser()
  await db.session.updateMany({ where: { personId }, data: { endedAt: new Date(), endReason: "signed out" } })
  await expect(read(token)).rejects.toThrow("ended")
})

test("whoever is disabled at the moment of signing in gets no session that stands once they are enabled", async () => {
  const { personId } = await aBrowser()
  await db.session.deleteMany({ where: { personId } })
  await db.person.update({ where: { id: personId }, data: { disabledAt: new Date() } })
  const opening = inTransaction(theSystem, (ctx) => openSession(ctx, personId, null))
  await expect(opening).rejects.toMatchObject({ code: "unauthenticated" })
  expect(await db.session.count({ where: { personId } })).toBe(0)
})

test("a password that is changed at the moment of signing in opens no session any more, and the new one does", async () => {
  const { personId } = await aBrowser()
  await db.session.deleteMany({ where: { personId } })
  await db.person.update({ where: { id: personId }, data: { passwordHash: "of the new one" } })
  const open = (provedBy: string) => inTransaction(theSystem, (ctx) => openSession(ctx, personId, null, null, provedBy))
  await expect(open("of the old one")).rejects.toMatchObject({ code: "unauthenticated" })
  expect(await db.session.count({ where: { personId } })).toBe(0)
  await open("of the new one")
  expect(await db.session.count({ where: { personId } })).toBe(1)
})

test.each([
  ["/sales/leads", "/sales/leads"],
  ["http://localhost:3000/account", "/account"],
  ["https://evil.example/", "/"],
  ["//evil.example", "/"],
  ["http://localhost:3000.evil.example/", "/"],
])("next-auth sends %s to %s of this site", async (url, path) => {
  const { origin } = env().appUrl
  expect(await authOptions().callbacks?.redirect?.({ url, baseUrl: "https://evil.example" })).toBe(origin + path)
})
