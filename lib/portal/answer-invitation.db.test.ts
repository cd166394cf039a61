import { beforeEach, expect, test, vi } from "vitest"
import { aMember, aPartner, seated } from "@/lib/commerce/hierarchies/testing-partner"
import { makeLink, secretOf } from "@/lib/identity/links"
import { hashPassword } from "@/lib/identity/passwords"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { answerInvitation } from "./answer-invitation"

const { browser } = vi.hoisted(() => ({ browser: { meanwhile: async () => {} } }))

vi.mock("next/headers", () => ({
  // Asked once the password was proved, for the session that begins.
  cookies: async () => {
    await browser.meanwhile()
    return { get: () => undefined, set: () => {} }
  },
  headers: async () => new Headers(),
}))
vi.mock("react", async (original) => ({ ...(await original<typeof import("react")>()), cache: (read: unknown) => read }))

beforeEach(() => {
  browser.meanwhile = async () => {}
})

const password = "a password of mine"

const ways: [string, () => Promise<string | null>][] = [
  ["a first password", async () => null],
  ["the password that the person has", () => hashPassword(password)],
]

async function anInvited(passwordHash: string | null) {
  const { hierarchyId } = await aPartner()
  const memberId = await aMember(hierarchyId)
  const { personId } = await seated(memberId)
  await db.person.update({ where: { id: personId }, data: { passwordHash } })
  const expiresAt = new Date(Date.now() + 3_600_000)
  const link = { purpose: "set_password" as const, personId, subjectId: memberId, expiresAt }
  const linkId = await inTransaction(theSystem, async (ctx) => makeLink(ctx, link))
  const sessions = () => db.session.count({ where: { personId, endedAt: null } })
  return { personId, sessions, answer: () => answerInvitation({ token: secretOf(linkId, "set_password"), password }) }
}

test.each(ways)("an invitation is accepted by %s, and a session begins", async (_, before) => {
  const { answer, sessions } = await anInvited(await before())
  await expect(answer()).rejects.toMatchObject({ digest: expect.stringContaining("/account") })
  expect(await sessions()).toBe(1)
})

test.each(ways)("where %s is changed at the moment of accepting, no session begins by it", async (_, before) => {
  const { answer, sessions, personId } = await anInvited(await before())
  browser.meanwhile = async () => {
    await db.person.update({ where: { id: personId }, data: { passwordHash: "of a new one" } })
  }
  await expect(answer()).rejects.toMatchObject({ code: "unauthenticated" })
  expect(await sessions()).toBe(0)
})
