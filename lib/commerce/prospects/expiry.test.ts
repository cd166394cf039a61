import { describe, expect, test } from "vitest"
import { expiryOf, type JudgedStale } from "./expiry"

const at = (day: number) => new Date(Date.UTC(2026, 9, day))
const request = (given: Partial<JudgedStale> = {}): JudgedStale => ({
  ...{ status: "pending", emailConfirmedAt: null, opportunityId: null, submittedAt: at(1), applicantRemindedAt: null, expiredAt: null },
  ...given,
})
const days = { remindAfterDays: 3, expireAfterDays: 14 }

describe("a request expires", () => {
  test.each<[string, Partial<JudgedStale>, Date | null]>([
    ["so many days after it came in", {}, at(15)],
    ["the same, once its applicant was reminded in time", { applicantRemindedAt: at(4) }, at(15)],
    ["later, where the reminder came late", { applicantRemindedAt: at(10) }, at(21)],
    ["never, where the address is confirmed: it waits for us", { emailConfirmedAt: at(2) }, null],
    ["never, where it has an opportunity", { opportunityId: "o" }, null],
    ["never again, where it expired and was opened again", { expiredAt: at(15) }, null],
    ["not, where it is decided", { status: "approved" }, null],
  ])("%s", (_, given, expected) => expect(expiryOf(request(given), days, at(2))).toEqual(expected))

  test("with time to answer a reminder that is yet to come", () => {
    expect(expiryOf(request(), days, at(12))).toEqual(at(23))
  })

  test.each([
    ["no expiry", { remindAfterDays: 3, expireAfterDays: null }],
    ["no reminder", { remindAfterDays: null, expireAfterDays: 14 }],
  ])("never with %s", (_, given) => expect(expiryOf(request(), given, at(2))).toBeNull())
})
