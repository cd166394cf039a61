import { expect, test, vi } from "vitest"
import { filledForMs, startToken } from "./fill-time"

vi.stubEnv("DATABASE_URL", "postgres://nowhere")

const opened = new Date("2026-11-14T09:12:00Z")
const sent = new Date("2026-11-14T09:16:00Z")

test("the token tells how long the form was open", () => {
  expect(filledForMs(startToken(opened), sent)).toBe(240_000)
})

test.each(["", ".", "1", "1.x", startToken(opened).replace(/^\d/, "0"), `${startToken(opened)}x`])(
  "a forged token %s tells nothing",
  (token) => {
    expect(filledForMs(token, sent)).toBeNull()
  },
)
