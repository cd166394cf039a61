import { expect, test } from "vitest"
import { refusalToAccept } from "./acceptance"

test.each([
  [{ filledForMs: 60_000, honeypot: "", minimumMs: 3000 }, null],
  [{ filledForMs: 3000, honeypot: "", minimumMs: 3000 }, null],
  [{ filledForMs: 300, honeypot: "", minimumMs: 3000 }, "too-fast"],
  [{ filledForMs: 60_000, honeypot: "http://spam", minimumMs: 3000 }, "honeypot"],
])("%j: %s", (filling, refusal) => {
  expect(refusalToAccept(filling)).toBe(refusal)
})
