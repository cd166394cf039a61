import { expect, test, vi } from "vitest"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { authenticate } from "./authenticate"
import { hashPassword } from "./passwords"

vi.hoisted(() => {
  process.env.SIGN_IN_PER_ACCOUNT = "3"
  process.env.SIGN_IN_PER_IP = "6"
})

const password = "a long walk on the quay"
const passwordHash = await hashPassword(password)
let hosts = 0
const somewhere = () => `192.0.2.${++hosts}`

async function aPerson(given: { passwordHash?: string | null; disabledAt?: Date } = {}) {
  const id = newId()
  return db.person.create({
    data: { id, email: `${id.slice(-12)}@partner.example`, name: "Ana Silva", createdAt: new Date(), passwordHash, ...given },
  })
}

const refusalOf = (email: string, secret: string, from = somewhere()) =>
  authenticate({ email, password: secret }, from).then(
    () => null,
    ({ code, message }) => ({ code, message }),
  )

test("the right password opens, however the email is written", async () => {
  const { id, email } = await aPerson()
  const person = await authenticate({ email: `  ${email.toUpperCase()} `, password }, somewhere())
  expect(person).toEqual({ id, email, name: "Ana Silva", staffRole: null, provedBy: passwordHash })
})

test("a wrong password, an unknown email, somebody disabled and somebody without a password read the same", async () => {
  const refusals = [
    await refusalOf((await aPerson()).email, "not the right password"),
    await refusalOf("nobody@partner.example", password),
    await refusalOf("no email at all", password),
    await refusalOf("ana\0@partner.example", password),
    await refusalOf("ana\ud83d@partner.example", password),
    await refusalOf((await aPerson({ disabledAt: new Date() })).email, password),
    await refusalOf((await aPerson({ passwordHash: null })).email, password),
  ]
  expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1)
  expect(refusals[0]).toMatchObject({ code: "unauthenticated" })
})

test("one account tried from many addresses is shut for a while, and the others are not", async () => {
  const { email } = await aPerson()
  for (let attempt = 0; attempt < 3; attempt++) await refusalOf(email, "a guess of somebody")
  expect(await refusalOf(email, password)).toMatchObject({ code: "too_many" })
  expect(await refusalOf((await aPerson()).email, password)).toBeNull()
})

test("signing in forgets the attempts before it", async () => {
  const { email } = await aPerson()
  for (let round = 0; round < 2; round++) {
    await refusalOf(email, "a slip of the finger")
    await refusalOf(email, "another slip of it")
    expect(await refusalOf(email, password)).toBeNull()
  }
})

test("one address that tries many accounts is shut, and the others are not", async () => {
  const from = somewhere()
  for (let attempt = 0; attempt < 6; attempt++) await refusalOf(`guess-${attempt}@partner.example`, "a guess of somebody", from)
  const { email } = await aPerson()
  expect(await refusalOf(email, password, from)).toMatchObject({ code: "too_many" })
  expect(await refusalOf(email, password)).toBeNull()
})
