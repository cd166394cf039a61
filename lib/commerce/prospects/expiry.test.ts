import { describe, expect, test } from "vitest"
import { expiryOf, type JudgedStale } from "./expiry"

const at = (day: number) => new Date(Date.UTC(2026, 9, day))
const request = (given: Partial<JudgedStale> = {}): JudgedStale => ({
  ...{ status: "pending", emailConfirmedAt: null, opportunityId: null, submittedAt: at(1), applicantRemindedAt: null, expiredAt: null },
  asked: [],
  ...given,
})
const never = { remindAfterDays: null, expireAfterDays: null, askRemindAfterDays: null, askExpireAfterDays: null }
const days = { ...never, remindAfterDays: 3, expireAfterDays: 14 }

describe("a request whose address nobody confirmed expires", () => {
  test.each<[string, Partial<JudgedStale>, Date | null]>([
    ["so many days after it came in", {}, at(15)],
    ["the same, once its applicant was reminded in time", { applicantRemindedAt: at(4) }, at(15)],
    ["later, where the reminder came late", { applicantRemindedAt: at(10) }, at(21)],
    ["never, where the address is confirmed: it waits for us", { emailConfirmedAt: at(2) }, null],
    ["never, where it has an opportunity", { opportunityId: "o" }, null],
    ["never again, where it expired and was opened again", { expiredAt: at(15) }, null],
    ["not, where it is decided", { status: "approved" }, null],
  ])("%s", (_, given, expected) =>
    expect(expiryOf(request(given), days, at(2))).toEqual(expected && { at: expected, because: "unconfirmed" }),
  )

  test("with time to answer a reminder that is yet to come, and not at all where that was due too long ago", () => {
    expect(expiryOf(request(), days, at(12))?.at).toEqual(at(23))
    expect(expiryOf(request(), days, at(33))?.at).toEqual(at(44))
    expect(expiryOf(request(), days, at(34))).toBeNull()
    expect(expiryOf(request({ applicantRemindedAt: at(4) }), days, at(60))?.at).toEqual(at(15))
  })

  test.each([
    ["no expiry", { ...never, remindAfterDays: 3 }],
    ["no reminder", { ...never, expireAfterDays: 14 }],
  ])("never with %s", (_, given) => expect(expiryOf(request(), given, at(2))).toBeNull())
})

describe("a request whose applicant does not answer expires", () => {
  const asking = { ...never, askRemindAfterDays: 5, askExpireAfterDays: 10 }
  const asked = (...questions: [day: number, reminded?: number][]): Partial<JudgedStale> => ({
    emailConfirmedAt: at(2),
    asked: questions.map(([day, reminded]) => ({ askedAt: at(day), remindedAt: reminded === undefined ? null : at(reminded) })),
  })
  test.each<[string, Partial<JudgedStale>, Date | null]>([
    ["so many days after it was asked", asked([2]), at(12)],
    ["later, where the reminder came late", asked([2, 9]), at(14)],
    ["of several questions, with the last", asked([2, 7], [6]), at(16)],
    ["not, where nothing waits for an answer", asked(), null],
    ["not, while one of the questions has no end", asked([2, 7], [-40]), null],
    ["never, where it has an opportunity", { ...asked([2]), opportunityId: "o" }, null],
    ["never again, where it expired and was opened again", { ...asked([2]), expiredAt: at(12) }, null],
    ["not, where it is decided", { ...asked([2]), status: "rejected" }, null],
    ["not, where it is a part of another", { ...asked([2]), status: "merged" }, null],
  ])("%s", (_, given, expected) =>
    expect(expiryOf(request(given), asking, at(3))).toEqual(expected && { at: expected, because: "unanswered" }),
  )

  test("or of two reasons by the first to come", () => {
    const both = { ...asking, remindAfterDays: 3, expireAfterDays: 14 }
    const unconfirmed = (day: number) => ({ ...asked([day]), emailConfirmedAt: null, applicantRemindedAt: at(4) })
    expect(expiryOf(request(unconfirmed(2)), both, at(3))).toEqual({ at: at(12), because: "unanswered" })
    expect(expiryOf(request(unconfirmed(9)), both, at(9))).toEqual({ at: at(15), because: "unconfirmed" })
  })

  test("never, where nobody says when", () => {
    expect(expiryOf(request(asked([2])), days, at(3))).toBeNull()
    expect(expiryOf(request(asked([2])), { ...asking, askRemindAfterDays: null }, at(3))).toBeNull()
  })
})
