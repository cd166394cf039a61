import { createTransport } from "nodemailer"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aProspect, aStaff } from "@/prisma/makers"
import { deliverNext } from "../deliver"
import { resendMail } from "../log/resend-mail"
import { retryMail } from "../retry-mail"
import { startMailServer } from "../testing-mail-server"
import { liftBlock } from "./lift-block"
import { listBlocked } from "./queries"
import { receiveBounces } from "./receive"
import { mailOfReturnPath, returnPath } from "./return-path"

vi.hoisted(() => {
  process.env.BOUNCE_ADDRESS = "bounces@gangway.example"
})

const ten = new Date("2026-11-14T10:00:00Z")

let henrik: Staff
let server: Awaited<ReturnType<typeof startMailServer>>
let receiver: Awaited<ReturnType<typeof receiveBounces>>

beforeAll(async () => {
  server = await startMailServer()
  receiver = await receiveBounces(0, "127.0.0.1")
  henrik = await aStaff("commerce_manager")
})
afterAll(async () => {
  await server.stop()
  await receiver.stop()
})
beforeEach(async () => {
  await db.mail.deleteMany()
  await db.blockedAddress.deleteMany()
  server.answer(undefined)
  server.received.length = 0
})

const as = <Done>(work: (ctx: Ctx & { actor: Staff }) => Promise<Done>) =>
  inTransaction(henrik, (ctx) => work({ ...ctx, actor: henrik }), ten)

async function deliverAll(): Promise<void> {
  while (await deliverNext(server.transport, () => ten)) {}
}

async function aSentMail(email = "ana@atlantico.example") {
  const prospect = await aProspect({ email }, ten)
  await deliverAll()
  return { prospect, mail: await db.mail.findFirstOrThrow({ where: { recordIds: { has: prospect.id } } }) }
}

/** Brings a report to the receiver, as another mail server would. */
async function bring(to: string, fields: string): Promise<void> {
  const raw = `From: MAILER-DAEMON@mx.example\r\nTo: ${to}\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n${fields}\r\n\r\n--b--\r\n`
  const transport = createTransport({ host: "127.0.0.1", port: receiver.port, ignoreTLS: true })
  await transport.sendMail({ envelope: { from: "", to: [to] }, raw }).finally(() => transport.close())
}

const dead = "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown"
const stateOf = (id: string) => db.mail.findUniqueOrThrow({ where: { id } })

test("each mail leaves from an address of its own, at which only a report about it is taken", async () => {
  const { mail } = await aSentMail()
  const path = returnPath(mail.id) ?? ""
  expect(server.envelopes.at(-1)).toBe(path)
  expect(path.split("@")[0]?.length).toBeLessThanOrEqual(64)
  expect(mailOfReturnPath(path.toUpperCase())).toBe(mail.id)
  expect(mailOfReturnPath(path.replace(/-\w{4}/, "-0000"))).toBeNull()
  expect(mailOfReturnPath("bounces@gangway.example")).toBeNull()
  await expect(bring("bounces+nobody@gangway.example", dead)).rejects.toThrow("No report is expected here")
})

describe("a report that a mail came back", () => {
  test("is told on its records; an address that is no more is blocked, and nothing else is sent there until somebody lifts that", async () => {
    const { mail, prospect } = await aSentMail()
    await bring(returnPath(mail.id) ?? "", dead)
    await bring(returnPath(mail.id) ?? "", dead)
    expect(await stateOf(mail.id)).toMatchObject({ state: "bounced", lastError: "It came back: 550 5.1.1 User unknown" })
    const told = await db.auditEntry.findMany({ where: { recordIds: { has: prospect.id }, move: "mail.bounce" } })
    expect(told).toMatchObject([{ actorName: "Gangway", to: "bounced", reason: "It came back: 550 5.1.1 User unknown" }])
    await expect(as((ctx) => resendMail(ctx, { mailId: mail.id }))).rejects.toThrow("Lift the block first.")

    server.received.length = 0
    const { mail: next } = await aSentMail("Ana@Atlantico.example".toLowerCase())
    expect(await stateOf(next.id)).toMatchObject({
      state: "failed",
      attempts: 0,
      lastError: expect.stringContaining("Nothing is sent to this address"),
    })
    expect(server.received).toEqual([])

    const [block] = await listBlocked()
    await as((ctx) => liftBlock(ctx, { blockId: block?.id ?? "" }))
    await expect(as((ctx) => liftBlock(ctx, { blockId: block?.id ?? "" }))).rejects.toThrow(`${henrik.name} has lifted this block already.`)
    await as((ctx) => retryMail(ctx, { mailId: next.id }))
    await deliverAll()
    expect(await stateOf(next.id)).toMatchObject({ state: "sent" })
  })

  test("for a reason that may pass blocks nothing; one that is only late says so", async () => {
    const { mail } = await aSentMail()
    await bring(returnPath(mail.id) ?? "", "Action: delayed\r\nStatus: 4.4.1\r\nDiagnostic-Code: smtp; timed out")
    expect(await stateOf(mail.id)).toMatchObject({ state: "sent", lastError: "It is late: timed out" })
    await bring(returnPath(mail.id) ?? "", "Action: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full")
    expect(await stateOf(mail.id)).toMatchObject({ state: "bounced" })
    expect(await listBlocked()).toEqual([])
    await as((ctx) => resendMail(ctx, { mailId: mail.id }))
    await deliverAll()
    expect(await db.mail.count({ where: { resentOfId: mail.id, state: "sent" } })).toBe(1)
  })

  test("that overtakes the mark of the mail is brought again", async () => {
    const { mail } = await aSentMail()
    await db.mail.update({ where: { id: mail.id }, data: { state: "sending" } })
    await expect(bring(returnPath(mail.id) ?? "", dead)).rejects.toThrow("Try again later")
    await db.mail.update({ where: { id: mail.id }, data: { state: "sent" } })
    await bring(returnPath(mail.id) ?? "", dead)
    expect(await stateOf(mail.id)).toMatchObject({ state: "bounced" })
  })
})

test("an address that the mail server refuses at once is blocked; a refusal for another reason blocks nothing", async () => {
  server.answer({ code: 550, text: "5.7.1 Not today" })
  await aSentMail("one@refused.example")
  expect(await listBlocked()).toEqual([])
  server.answer({ code: 550, text: "5.1.1 No such user" })
  const { mail } = await aSentMail("two@refused.example")
  expect(await listBlocked()).toMatchObject([{ address: "two@refused.example", mailId: mail.id, liftedAt: null }])
})

test("an address is found among all that take no mail, or took none before, by itself and by its reason", async () => {
  const at = new Date(0)
  const [id, lifted] = [newId(), newId()]
  const isLifted = { liftedAt: ten, liftedBy: "Henrik Aalto" }
  const many = Array.from({ length: 200 }, (_, n) => ({ id: newId(), address: `${n}@many.example`, reason: "Many", at: ten }))
  await db.blockedAddress.createMany({
    data: [
      ...many,
      ...many.map((one) => ({ ...one, id: newId(), ...isLifted })),
      { id, address: "ana@atlantico.example", reason: "Boîte inconnue", at },
      { id: lifted, address: "rui@atlantico.example", reason: "Boîte pleine", at, ...isLifted },
    ],
  })
  const found = async (q: string) => (await listBlocked(q)).map((one) => one.id)
  expect(await found("")).toHaveLength(250)
  expect(await found("")).not.toContain(id)
  expect(await found("Atlantico")).toEqual([id, lifted])
  expect(await found("boite inconnue")).toEqual([id])
  expect(await found("ana_atlantico")).toEqual([])
})
