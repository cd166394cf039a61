import { afterEach, describe, expect, test, vi } from "vitest"

async function envWith(given: Record<string, string>) {
  vi.resetModules()
  for (const [name, value] of Object.entries({ DATABASE_URL: "postgresql://localhost/gangway", ...given })) vi.stubEnv(name, value)
  return (await import("./env")).env()
}

afterEach(() => vi.unstubAllEnvs())

describe("the form's limits", () => {
  test("are strict in an installation", async () => {
    expect(await envWith({})).toMatchObject({
      FORM_MINIMUM_SECONDS: 2,
      FORM_PER_IP_PER_HOUR: 60,
      FORM_PER_ADDRESS_PER_DAY: 3,
      FORM_PROOF_ABOVE_PER_HOUR: 300,
    })
  })

  test("are wide in the demo, which people drive fast and from one address", async () => {
    expect(await envWith({ GANGWAY_DEMO: "1" })).toMatchObject({
      FORM_MINIMUM_SECONDS: 0,
      FORM_PER_IP_PER_HOUR: 1000,
      FORM_PER_ADDRESS_PER_DAY: 20,
      FORM_PROOF_ABOVE_PER_HOUR: 10_000,
    })
  })

  test("are what the environment says, in either", async () => {
    const given = { FORM_MINIMUM_SECONDS: "0", FORM_PER_IP_PER_HOUR: "7", FORM_PER_ADDRESS_PER_DAY: "8", FORM_PROOF_ABOVE_PER_HOUR: "9" }
    const limits = { FORM_MINIMUM_SECONDS: 0, FORM_PER_IP_PER_HOUR: 7, FORM_PER_ADDRESS_PER_DAY: 8, FORM_PROOF_ABOVE_PER_HOUR: 9 }
    expect(await envWith(given)).toMatchObject(limits)
    expect(await envWith({ ...given, GANGWAY_DEMO: "1" })).toMatchObject(limits)
  })
})

test("cookies travel by https alone where browsers come by it", async () => {
  const isSecure = async (given: Record<string, string>) => (await envWith(given)).isSecure
  expect(await isSecure({ APP_URL: "https://partners.example" })).toBe(true)
  expect(await isSecure({ APP_URL: "http://partners.example" })).toBe(false)
  expect(await isSecure({})).toBe(false)
})

test("what is missing is named, all at once", async () => {
  await expect(envWith({ AUTH_SECRET: "short", DATABASE_URL: "" })).rejects.toThrow(
    /DATABASE_URL[\s\S]*AUTH_SECRET needs at least 32 characters/,
  )
})
