import { redirect } from "next/navigation"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { findProof } from "@/components/onboarding/find-proof"
import { db, pool } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { aProspect, aRequest } from "@/prisma/makers"
import { startToken } from "./fill-time"
import { requestForm } from "./request-door"
import { personFields } from "./request-fields"
import type { RequestFormState } from "./request-form-state"

vi.hoisted(() => {
  process.env.FORM_PROOF_ABOVE_PER_HOUR = "5"
  process.env.FORM_PER_IP_PER_HOUR = "8"
  process.env.FORM_PER_ADDRESS_PER_DAY = "3"
})

const browser = { origin: "", ip: "" }
vi.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => ({ origin: browser.origin, "x-forwarded-for": browser.ip })[name] ?? null }),
}))

let thanked: { number: string | null } | null = null
const act = requestForm(async (taken) => {
  thanked = taken
  redirect("/request/received")
})

/** The form as a person sends it, some time after it was opened. */
function filled(given: Record<string, string> = {}, openForMs = 60_000) {
  const { submissionKey, firstName, lastName, typedEmail: email, companyName, country, street, city, postalCode } = aRequest()
  const startedAt = startToken(new Date(Date.now() - openForMs))
  const answers = { firstName, lastName, email, companyName, country, street, city, postalCode: postalCode ?? "", agree: "on" }
  const form = new FormData()
  for (const [name, value] of Object.entries({ submissionKey, startedAt, ...answers, ...given })) form.set(name, value)
  return form
}

/** Sends it: what the person is thanked with, or how the form comes back. */
async function send(form: FormData) {
  thanked = null
  const refused: RequestFormState | null = await act(null, form).catch(() => null)
  return { thanked, refused }
}

const count = () => db.prospect.count()
let hosts = 0

beforeEach(async () => {
  browser.origin = env().appUrl.origin
  browser.ip = `192.0.2.${++hosts}`
  // What earlier tests sent is no rush to this one, and what was known of it is looked at anew.
  await db.prospect.updateMany({ data: { submittedAt: new Date(Date.now() - 7_200_000) } })
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10_000 })
})

test("a request is taken, and the same form again gives the same number", async () => {
  const form = filled()
  const first = await send(form)
  expect(first).toMatchObject({ thanked: { number: expect.stringMatching(/^PRO-\d{6}$/) }, refused: null })
  expect((await send(form)).thanked).toEqual(first.thanked)
})

test("a request costs two round trips, without a transaction around them", async () => {
  await send(filled())
  const asked = vi.spyOn(pool, "query")
  expect((await send(filled())).refused).toBeNull()
  const texts = asked.mock.calls.map(([query]) => (typeof query === "string" ? query : (query as { text: string }).text))
  asked.mockRestore()
  // What changed is told to open pages by itself, many changes at once.
  expect(texts.filter((text) => !text.includes("pg_notify")).map((text) => text.trimStart().split(/\s/)[0])).toEqual(["select", "with"])
})

test("the same form with other answers, from elsewhere, or with a forged time is refused and leaves nothing", async () => {
  const form = filled()
  await send(form)
  const before = await count()
  form.set("city", "Lisboa")
  expect((await send(form)).refused?.error?.message).toContain("sent already, with other answers")
  browser.origin = "https://evil.example"
  expect((await send(filled())).refused?.error?.message).toContain("did not come from this site")
  browser.origin = env().appUrl.origin
  expect((await send(filled({ startedAt: "1.forged" }))).refused?.error?.message).toContain("out of date")
  expect(await count()).toBe(before)
})

test("a robot in the trap is thanked, and leaves nothing", async () => {
  const before = await count()
  expect(await send(filled({ homepage: "https://spam.example" }))).toEqual({ thanked: { number: null, at: "" }, refused: null })
  expect(await count()).toBe(before)
})

describe("whatever is typed", () => {
  const hostile = { NUL: "a\0b", "half a sign": "a\ud83d", "a turned direction": "evil\u202Egnp.exe", "a bell": "a\u0007b" }
  const asked = personFields.filter((name) => name !== "agree")
  const cells = asked.flatMap((name) => Object.entries(hostile).map(([what, text]) => ({ name, what, text })))

  test.each(cells)("$what in $name is refused at its field, and all that was typed comes back", async ({ name, text }) => {
    const before = await count()
    const form = filled({ [name]: text })
    const { refused } = await send(form)
    // A field that the country does not use is not asked.
    if (refused) expect(refused.error?.fields[name]).toBeTruthy()
    expect(refused?.values.lastName ?? "Silva").toBe(name === "lastName" ? form.get("lastName") : "Silva")
    if (refused) expect(await count()).toBe(before)
  })

  test("a field that is sent twice, or as a file, is refused", async () => {
    const twice = filled()
    twice.append("city", "Lisboa")
    expect((await send(twice)).refused?.error?.fields.city).toContain("cannot read")
    const file = filled()
    file.set("city", new File(["x"], "x.txt"))
    expect((await send(file)).refused?.error?.fields.city).toContain("cannot read")
  })
})

test("one address may ask three times a day, one network eight times an hour; then they are told how long to wait", async () => {
  const email = "ana@often.example"
  for (let attempt = 0; attempt < 3; attempt++) expect((await send(filled({ email }))).refused).toBeNull()
  expect((await send(filled({ email: "ANA@often.example" }))).refused?.error?.message).toMatch(/Try again in \d+ hours/)
})

describe("in a rush of requests", () => {
  beforeEach(async () => {
    for (let sent = 0; sent < 5; sent++) await aProspect()
    vi.setSystemTime(Date.now() + 10_000)
  })

  test("a form without a proof is asked for one, keeps what was typed, and is taken with it", async () => {
    const form = filled()
    const before = await count()
    expect(await send(form)).toMatchObject({
      thanked: null,
      refused: { asksProof: true, error: { fields: {} }, values: { lastName: "Silva" } },
    })
    expect(await count()).toBe(before)
    form.set("proof", await findProof(String(form.get("submissionKey")), String(form.get("startedAt"))))
    expect(await send(form)).toMatchObject({ thanked: { number: expect.stringMatching(/^PRO-/) }, refused: null })
    expect(await count()).toBe(before + 1)
  })

  test("the proof of another request, or of a form that was opened long ago, serves for none", async () => {
    const form = filled()
    const proof = await findProof(String(form.get("submissionKey")), String(form.get("startedAt")))
    expect((await send(filled({ proof }))).refused).toMatchObject({ asksProof: true })
    expect((await send(filled({ proof }, 13 * 3_600_000))).refused).toMatchObject({ asksProof: false })
  })
})
