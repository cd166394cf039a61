import { expect, test } from "vitest"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { makeLink, secretOf } from "./links"
import { hashPassword, isPassword } from "./passwords"
import { requestPasswordReset } from "./request-password-reset"
import { resetPassword } from "./reset-password"

const hour = 3_600_000
const fresh = "a long walk on the quay"

async function aPerson(given: { disabledAt?: Date } = {}) {
  const id = newId()
  const passwordHash = await hashPassword("the old password of mine")
  return db.person.create({
    data: { id, email: `${id.slice(-12)}@partner.example`, name: "Ana Silva", createdAt: new Date(), passwordHash, ...given },
  })
}

async function aLink(personId: string, expiresAt = new Date(Date.now() + hour)) {
  const linkId = await inTransaction(theSystem, async (ctx) => makeLink(ctx, { purpose: "reset_password", personId, expiresAt }))
  return secretOf(linkId, "reset_password")
}

async function aSession(personId: string) {
  const at = new Date()
  return db.session.create({
    data: { id: newId(), sidHash: newId(), personId, createdAt: at, lastSeenAt: at, expiresAt: new Date(at.getTime() + hour) },
  })
}

const reset = (token: string, password = fresh) => inTransaction(theSystem, (ctx) => resetPassword(ctx, { token, password }))
const passwordIs = async (id: string, password: string) =>
  isPassword(password, (await db.person.findUniqueOrThrow({ where: { id } })).passwordHash)

test("a link sets the new password once, ends every session and leaves one audit row", async () => {
  const { id } = await aPerson()
  await aSession(id)
  await aSession(id)
  const token = await aLink(id)
  await reset(token)
  expect(await passwordIs(id, fresh)).toBe(true)
  expect(await db.session.count({ where: { personId: id, endedAt: null } })).toBe(0)
  await expect(reset(token, "another password of mine")).rejects.toMatchObject({ code: "not_found" })
  expect(await passwordIs(id, fresh)).toBe(true)
  expect(await db.auditEntry.findMany({ where: { recordId: id } })).toMatchObject([{ move: "password.set", actorId: id }])
})

test("no other link changes it again, and those of somebody else stay", async () => {
  const [{ id }, other] = [await aPerson(), await aPerson()]
  const [token, second, theirs] = [await aLink(id), await aLink(id), await aLink(other.id)]
  await reset(token)
  await expect(reset(second, "another password of mine")).rejects.toMatchObject({ code: "not_found" })
  await reset(theirs)
  expect(await passwordIs(id, fresh)).toBe(true)
})

test("a password that is refused leaves the link as it was", async () => {
  const { id } = await aPerson()
  const token = await aLink(id)
  await expect(reset(token, "short")).rejects.toMatchObject({ code: "invalid" })
  await reset(token)
  expect(await passwordIs(id, fresh)).toBe(true)
})

test("a link that is out of date, unknown, of another purpose or of somebody disabled opens nothing", async () => {
  const { id } = await aPerson()
  const disabled = await aPerson({ disabledAt: new Date() })
  const tokens = [await aLink(id, new Date(Date.now() - 1)), newId(), (await aLink(id)).toUpperCase(), await aLink(disabled.id)]
  for (const token of tokens) await expect(reset(token)).rejects.toMatchObject({ code: "not_found" })
})

test("of two who use one link at once, one wins", async () => {
  const { id } = await aPerson()
  const token = await aLink(id)
  const results = await Promise.allSettled([reset(token, "the first of two words"), reset(token, "the second of two words")])
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
})

const ask = (email: string, from = "192.0.2.77") => inTransaction(theSystem, (ctx) => requestPasswordReset(ctx, { email }, from))
const announced = (personId: string) =>
  db.fact.count({ where: { name: "password.reset_requested", payload: { path: ["personId"], equals: personId } } })

test("asking is announced for a person, for nobody else, and answered the same", async () => {
  const { id, email } = await aPerson()
  const disabled = await aPerson({ disabledAt: new Date() })
  expect([await ask(email), await ask("nobody@partner.example"), await ask(disabled.email)]).toEqual([undefined, undefined, undefined])
  expect(await announced(id)).toBe(1)
  expect(await announced(disabled.id)).toBe(0)
})

test("one address is asked for a few times a day, whether or not somebody has it", async () => {
  const { email } = await aPerson()
  for (const address of [email, "still.nobody@partner.example"]) {
    for (let times = 0; times < 5; times++) await ask(address)
    await expect(ask(address)).rejects.toMatchObject({ code: "too_many" })
  }
})
