import { expect, test } from "vitest"
import { newsFor } from "@/lib/identity/live-kinds"
import type { Actor } from "./context"
import { newId } from "./ids"
import { Ledger } from "./ledger"
import { noticeOf, packNotice, unpackNotice } from "./notice"

const staff: Actor = { kind: "staff", id: newId(), name: "Maja Lindqvist", role: "Seller" }

test("a notice survives the channel, whoever did it", () => {
  const ledger = new Ledger()
  ledger.touch("lead", newId())
  ledger.touch("", newId())
  for (const actor of [staff, { ...staff, kind: "applicant" as const, id: null }]) {
    const notice = noticeOf(ledger, actor)
    expect(notice && unpackNotice(packNotice(notice))).toEqual(notice)
  }
})

test("an applicant's name is not told; nothing that changed tells nothing", () => {
  const ledger = new Ledger()
  expect(noticeOf(ledger, staff)).toBeNull()
  ledger.touch("prospect", newId())
  expect(noticeOf(ledger, { ...staff, kind: "applicant" })?.by).toBeNull()
})

test("a thousand records are told by their kinds, and fit the channel", () => {
  const ledger = new Ledger()
  for (let n = 0; n < 1000; n++) ledger.touch("lead", newId())
  const notice = noticeOf(ledger, staff)
  expect(notice).toMatchObject({ records: [], many: ["lead"] })
  const few = new Ledger()
  for (let n = 0; n < 80; n++) few.touch("opportunity", newId())
  expect(Buffer.byteLength(packNotice(noticeOf(few, staff) ?? { by: null, records: [], many: [] }))).toBeLessThan(7_500)
})

test("one hears only of kinds that one's role may read, and only of one's own notifications", () => {
  const [seller, administrator] = [
    { personId: newId(), role: "seller" as const },
    { personId: newId(), role: "administrator" as const },
  ]
  const ledger = new Ledger()
  ledger.touch("person", newId())
  ledger.touch("notification", seller.personId)
  ledger.touch("session", newId())
  ledger.touch("presence", newId())
  const notice = noticeOf(ledger, staff)
  if (!notice) throw new Error("nothing to tell")
  expect(newsFor(notice, seller)?.changes.map(({ kind }) => kind)).toEqual(["notification"])
  expect(newsFor(notice, administrator)?.changes.map(({ kind }) => kind)).toEqual(["person"])
  expect(newsFor({ by: null, records: [], many: ["person", "lead"] }, seller)?.many).toEqual(["lead"])
})
