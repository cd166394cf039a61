import { expect, test } from "vitest"
import { logLine } from "./log-lines.mjs"

const at = new Date("2026-12-01T09:00:00Z")
const lineOf = (method: "warn" | "error" | "log", ...said: unknown[]) => logLine(method, said, at)

test("what is said becomes one line of JSON, without colours", () => {
  expect(JSON.parse(lineOf("warn", "\u001b[33m⚠\u001b[39m", "Missing %s", "origin"))).toEqual({
    level: 40,
    time: "2026-12-01T09:00:00.000Z",
    msg: "⚠ Missing %s origin",
  })
  expect(lineOf("log", "one\ntwo INFO admin login ok")).not.toContain("\n")
})

test("of an error stand its name, words, place and number, and nothing that it carries", () => {
  const error = Object.assign(new Error("The database does not answer"), { digest: "42", meta: { email: "ana@partner.example" } })
  const line = lineOf("error", "⨯", error)
  expect(JSON.parse(line)).toMatchObject({
    level: 50,
    msg: "⨯",
    error: { name: "Error", message: "The database does not answer", digest: "42" },
  })
  expect(line).not.toContain("ana@partner.example")
})
