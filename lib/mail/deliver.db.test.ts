import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { undoDecision } from "@/lib/sync/undo-decision"
import { aProspect, approve, aStaff, reject } from "@/prisma/makers"
import { claimMail } from "./claim-mail"
import { deliverNext, messageId } from "./deliver"
import { startMailServer } from "./testing-mail-server"
import type { Transport } from "./transport"

const ten = new Date("2026-11-14T10:00:00Z")
const later = (seconds: number) => new Date(ten.getTime() + seconds * 1000)
const at = (time: Date) => () => time

let server: Awaited<ReturnType<typeof startMailServer>>
let commerce: Staff

beforeAll(async () => {
  server = await startMailServer()
  commerce = await aStaff("commerce_manager")
})
afterAll(() => server.stop())
beforeEach(async () => {
  await db.mail.deleteMany()
  server.received.length = 0
  server.answer(undefined)
})

async function deliverAll(time: Date): Promise<void> {
  while (await deliverNext(server.transport, at(time))) {}
}

const theMail = (letter = "request-received") => db.mail.findFirstOrThrow({ where: { letter } })

test("a due mail leaves once and is marked with its hour", async () => {
  await aProspect({}, ten)
  expect(await deliverNext(server.transport, at(ten))).toBe(true)
  expect(await deliverNext(server.transport, at(later(3600)))).toBe(false)
  const mail = await theMail()
  expect(mail).toMatchObject({ state: "sent", sentAt: ten, attempts: 1, lastError: null })
  expect(server.received).toHaveLength(1)
  expect(server.received[0]).toMatchObject({ messageId: messageId(mail.id), subject: mail.subject })
})

test("two workers racing over fifty mails send each exactly once", async () => {
  for (let made = 0; made < 50; made++) await aProspect({}, ten)
  await Promise.all([deliverAll(ten), deliverAll(ten), deliverAll(ten)])
  expect(new Set(server.received.map((letter) => letter.messageId)).size).toBe(50)
  expect(server.received).toHaveLength(50)
  expect(await db.mail.count({ where: { state: "sent", attempts: 1 } })).toBe(50)
})

test("a mail server that is down delays a mail, counts the attempts and loses nothing", async () => {
  await aProspect({}, ten)
  await server.down()
  await deliverNext(server.transport, at(ten))
  const waiting = await theMail()
  expect(waiting).toMatchObject({ state: "waiting", attempts: 1, lastError: "The mail server could not be reached." })
  expect(waiting.sendAfter.getTime()).toBeGreaterThan(later(3).getTime())
  expect(await deliverNext(server.transport, at(later(1)))).toBe(false)
  for (let hour = 1; hour <= 30; hour++) await deliverNext(server.transport, at(later(hour * 3600)))
  expect(await theMail()).toMatchObject({ state: "waiting", attempts: 6 })
  await server.up()
  await deliverAll(later(40 * 3600))
  expect(await theMail()).toMatchObject({ state: "sent", attempts: 7 })
  expect(server.received).toHaveLength(1)
})

test("a letter that the server refuses has failed after one attempt", async () => {
  await aProspect({}, ten)
  server.answer({ code: 550, text: "5.1.1 No such user" })
  await deliverAll(ten)
  expect(await theMail()).toMatchObject({ state: "failed", attempts: 1, lastError: expect.stringContaining("No such user") })
})

test("a letter that the server puts off is tried twelve times and then given up", async () => {
  await aProspect({}, ten)
  server.answer({ code: 450, text: "4.2.1 Mailbox busy" })
  for (let hour = 0; hour < 20; hour++) await deliverNext(server.transport, at(later(hour * 3600)))
  expect(await theMail()).toMatchObject({ state: "failed", attempts: 12, lastError: expect.stringContaining("Mailbox busy") })
})

test("a sender that died between the server's yes and its mark costs one more letter under the same Message-ID", async () => {
  await aProspect({}, ten)
  const forever = new Promise(() => {})
  const died = { sendMail: (letter: object) => server.transport.sendMail(letter).then(() => forever) }
  void deliverNext(died as unknown as Transport, at(ten))
  await expect.poll(() => server.received.length).toBe(1)
  expect(await deliverNext(server.transport, at(later(299)))).toBe(false)
  await deliverAll(later(300))
  await deliverAll(later(3600))
  expect(server.received.map((letter) => letter.messageId)).toEqual(Array(2).fill(messageId((await theMail()).id)))
  expect(await theMail()).toMatchObject({ state: "sent", attempts: 2 })
})

test.each([{ toName: "Ana\r\nBcc: all@example.com" }, { subject: "Hello\nBcc: all@example.com" }])(
  "a header with a line break in it never leaves",
  async (smuggled) => {
    await aProspect({}, ten)
    await db.mail.updateMany({ data: smuggled })
    await deliverAll(ten)
    expect(await theMail()).toMatchObject({ state: "failed", attempts: 1 })
    expect(server.received).toEqual([])
  },
)

describe("a decision that is undone", () => {
  const undo = (decisionId: string, time: Date) =>
    inTransaction(commerce, (ctx) => undoDecision({ ...ctx, actor: commerce }, { decisionId }), time)

  async function anApproval() {
    const prospect = await aProspect({}, ten)
    await db.mail.deleteMany()
    await approve(commerce, prospect.id, ten)
    const { decisionId } = await theMail("prospect-approved")
    return { prospect, decisionId: decisionId ?? "" }
  }

  test("takes its letter with it", async () => {
    const { decisionId } = await anApproval()
    expect(await deliverNext(server.transport, at(later(59)))).toBe(false)
    await undo(decisionId, later(59))
    await deliverAll(later(3600))
    expect(server.received).toEqual([])
    expect(await theMail("prospect-approved")).toMatchObject({ state: "canceled" })
  })

  test("and sent at the same moment: one of the two, never both", async () => {
    for (let round = 0; round < 12; round++) {
      await db.mail.deleteMany()
      server.received.length = 0
      const { decisionId } = await anApproval()
      const sent = async () => {
        for (let trips = 0; trips < round; trips++) await db.mail.count()
        await Promise.all([deliverAll(later(60)), deliverAll(later(60))])
      }
      const [undone] = await Promise.allSettled([undo(decisionId, later(59)), sent()])
      await deliverAll(later(7200))
      expect(server.received).toHaveLength(undone.status === "fulfilled" ? 0 : 1)
    }
  })

  test("cannot be undone any more once its letter is claimed", async () => {
    const { decisionId } = await anApproval()
    expect(await claimMail(later(60))).toMatchObject({ state: "sending" })
    await expect(undo(decisionId, later(59))).rejects.toThrow("The mail has left already")
  })

  test("cancels a letter that was left waiting all the same", async () => {
    const { decisionId } = await anApproval()
    await db.decision.update({ where: { id: decisionId }, data: { undoneAt: ten } })
    await deliverAll(later(60))
    expect(server.received).toEqual([])
    expect(await theMail("prospect-approved")).toMatchObject({ state: "canceled", attempts: 0 })
  })
})

test("a decline that was followed by another decision is not sent", async () => {
  const prospect = await aProspect({}, ten)
  await db.mail.deleteMany()
  await reject(commerce, prospect.id, ten)
  await db.prospect.update({ where: { id: prospect.id }, data: { decidedAt: later(5) } })
  await deliverAll(later(60))
  expect(await theMail("prospect-rejected")).toMatchObject({ state: "canceled" })
})
