import { describe, expect, test } from "vitest"
import { backoffMs } from "@/lib/platform/backoff"
import { countedAttempts, deliveryFailure, isFinal, unwritten } from "./delivery-failure"

const smtp = (fields: object) => Object.assign(new Error("SMTP"), fields)

test.each([
  [{ code: "ESOCKET", syscall: "connect" }, "outage"],
  [{ code: "ETIMEDOUT" }, "outage"],
  [{ code: "EDNS" }, "outage"],
  [{ code: "EPROTOCOL", responseCode: 554 }, "outage"],
  [{ code: "EAUTH", responseCode: 535 }, "outage"],
  [{ code: "EENVELOPE", responseCode: 530 }, "outage"],
  [{ code: "EENVELOPE", responseCode: 421 }, "outage"],
  [{ code: "EENVELOPE", responseCode: 450 }, "put_off"],
  [{ code: "EMESSAGE", responseCode: 452 }, "put_off"],
  [{ code: "EENVELOPE", responseCode: 550 }, "refused"],
  [{ code: "EMESSAGE", responseCode: 554 }, "refused"],
  [{ code: "EENVELOPE" }, "refused"],
])("%j is %s", (fields, kind) => {
  expect(deliveryFailure(smtp(fields)).kind).toBe(kind)
})

test("what the server said stands on one line", () => {
  const { said } = deliveryFailure(smtp({ code: "EENVELOPE", responseCode: 550, response: "550 5.1.1 No such\r\nuser here" }))
  expect(said).toBe("The mail server refused the letter: 550 5.1.1 No such user here")
})

describe("giving up", () => {
  test("at once when refused, after twelve attempts when put off or unwritten, never in an outage", () => {
    const givesUp = (kind: "refused" | "put_off" | "outage", attempts: number) => isFinal({ kind, said: "" }, attempts, 12)
    expect([givesUp("refused", 1), givesUp("put_off", 11), givesUp("put_off", 12), givesUp("outage", 500)]).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(isFinal(unwritten, 12, 12)).toBe(true)
  })

  test("an outage leaves half of the attempts for afterwards", () => {
    expect(countedAttempts({ kind: "outage", said: "" }, 40, 12)).toBe(6)
    expect(countedAttempts({ kind: "put_off", said: "" }, 8, 12)).toBe(8)
  })
})

test("the pauses double up to the longest, give or take a quarter", () => {
  const pauses = { firstMs: 5000, longestMs: 600_000 }
  expect([1, 2, 3, 7, 8, 40].map((attempts) => backoffMs(attempts, pauses, 0.5))).toEqual([5000, 10_000, 20_000, 320_000, 600_000, 600_000])
  expect([backoffMs(1, pauses, 0), backoffMs(1, pauses, 1)]).toEqual([3750, 6250])
})
