import { describe, expect, test } from "vitest"
import { hashPassword, isPassword, refusalToPassword } from "./passwords"

const email = "ana.silva@partner.example"

describe("a password is refused with the reason", () => {
  test.each([
    ["eleven char", /at least 12/],
    ["a".repeat(129), /at most 128/],
    ["my ana.silva secret", /not contain your email/],
    ["abababababab", /more different/],
    ["Password1234", /harder to guess/],
    ["QWERTYUIOP12", /harder to guess/],
  ])("%s", (password, reason) => expect(refusalToPassword(password, email)?.message).toMatch(reason))

  test("length counts characters, not code units", () => {
    expect(refusalToPassword("🚢⚓🌊🛟🧭🐟🦀🐚🌅🌙⭐🎏", email)).toBeNull()
  })

  test.each(["a long walk on the quay", " leading and trailing ", "пароль на причале"])("%s is good enough", (password) =>
    expect(refusalToPassword(password, email)).toBeNull(),
  )
})

test("a password is compared exactly as it was set, and one of a megabyte is refused without work", async () => {
  const hash = await hashPassword(" leading space is kept")
  expect(await isPassword(" leading space is kept", hash)).toBe(true)
  expect(await isPassword("leading space is kept", hash)).toBe(false)
  expect(await isPassword("x".repeat(1_000_000), hash)).toBe(false)
  expect(await isPassword("nobody has this password", null)).toBe(false)
})
