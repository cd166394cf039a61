import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { linkAddress } from "@/lib/identity/links"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { brokenInvariants } from "@/lib/sync/invariants"
import { reactivateLead } from "@/lib/sync/reactivate-lead"
import { undoDecision } from "@/lib/sync/undo-decision"
import { aProspect, approve, aStaff, disqualify, reject } from "@/prisma/makers"
import { deliverNext } from "../deliver"
import type { LetterName } from "../house-letters"
import { setLetter } from "../studio/change-profile"
import type { LetterMode } from "../studio/letter-modes"
import { startMailServer } from "../testing-mail-server"
import { cancelMail } from "./cancel-mail"
import { countHeld, getMail, listHeld } from "./queries"
import { releaseMail } from "./release-mail"
import { resendMail } from "./resend-mail"

const ten = new Date("2026-11-14T10:00:00Z")
const later = (seconds: number) => new Date(ten.getTime() + seconds * 1000)

let henrik: Staff
let server: Awaited<ReturnType<typeof startMailServer>>
let profileId: string

beforeAll(async () => {
  server = await startMailServer()
  henrik = await aStaff("commerce_manager")
  profileId = (await db.letterProfile.findFirstOrThrow({ where: { isDefault: true } })).id
})
afterAll(() => server.stop())
beforeEach(async () => {
  await quiet()
  await db.letterSetting.deleteMany()
  server.received.length = 0
})

const as = <Done>(work: (ctx: Ctx & { actor: Staff }) => Promise<Done>, at = ten) =>
  inTransaction(henrik, (ctx) => work({ ...ctx, actor: henrik }), at)
const send = (letter: LetterName, mode: LetterMode) => as((ctx) => setLetter(ctx, { profileId, letter, mode }))

/** Nothing waits or is held any more. No mail is taken away: each decision has its own. */
const quiet = () => db.mail.updateMany({ where: { state: { in: ["waiting", "held"] } }, data: { state: "sent" } })

async function deliverAll(at: Date): Promise<void> {
  while (await deliverNext(server.transport, () => at)) {}
}

/** A rejection whose letter was due, and is held. */
async function aHeldMail() {
  const prospect = await aProspect({}, ten)
  await quiet()
  await send("prospect-rejected", "held")
  await reject(henrik, prospect.id, ten)
  await deliverAll(later(61))
  const mail = await db.mail.findFirstOrThrow({ where: { letter: "prospect-rejected", recordIds: { has: prospect.id } } })
  return { prospect, mail, decisionId: mail.decisionId ?? "" }
}
const stateOf = async (id: string) => (await db.mail.findUniqueOrThrow({ where: { id } })).state

describe("a letter that is held for a hand", () => {
  test("waits once its decision can no longer be undone, and can be read as it would leave; the decision keeps its one mail", async () => {
    const { mail } = await aHeldMail()
    expect(mail).toMatchObject({ state: "held", attempts: 0, lastError: null })
    expect(server.received).toEqual([])
    expect((await listHeld()).map(({ id }) => id)).toEqual([mail.id])
    expect((await getMail(mail.id, later(100)))?.words?.letter.body).toContain("It was declined.")
    expect(await brokenInvariants()).toEqual([])
  })

  test("is found among all that are held, by its letter and whom it goes to", async () => {
    const { mail } = await aHeldMail()
    const { id } = await db.mail.update({ where: { id: mail.id }, data: { toName: "Élan Søby", toAddress: "elan@soby.example" } })
    const like = { ...mail, about: {}, decisionId: null, createdAt: new Date(0) }
    const many = Array.from({ length: 200 }, (_, n) => ({ ...like, id: newId(), key: `many:${n}` }))
    await db.mail.createMany({ data: many.map((one) => ({ ...one, letter: "password-reset", toName: "Many" })) })
    const found = async (q: string) => (await listHeld(q)).map((one) => one.id)
    expect(await found("")).not.toContain(id)
    for (const q of ["ELAN SOBY", "soby.example", "prospect rejected elan"]) expect(await found(q)).toEqual([id])
    expect(await found("many")).toHaveLength(200)
    expect(await found("elan_soby")).toEqual([])
    expect(await countHeld()).toBe(201)
    await db.mail.deleteMany({ where: { key: { startsWith: "many:" } } })
  })

  test("leaves when somebody lets it go, with one row of the audit", async () => {
    const { mail, prospect } = await aHeldMail()
    await as((ctx) => releaseMail(ctx, { mailId: mail.id }), later(100))
    await deliverAll(later(101))
    expect(await stateOf(mail.id)).toBe("sent")
    expect(server.received).toHaveLength(1)
    const moves = await db.auditEntry.findMany({ where: { recordIds: { has: prospect.id }, move: "mail.release" } })
    expect(moves).toMatchObject([{ from: "held", to: "waiting", actorName: henrik.name, recordLabel: prospect.number }])
  })

  test("never leaves when somebody cancels it, who says why; the decision stands", async () => {
    const { mail, prospect } = await aHeldMail()
    await as((ctx) => cancelMail(ctx, { mailId: mail.id, reason: "I called them." }), later(100))
    await deliverAll(later(7200))
    expect(server.received).toEqual([])
    expect(await db.mail.findUnique({ where: { id: mail.id } })).toMatchObject({
      state: "canceled",
      lastError: `${henrik.name} canceled it: I called them.`,
    })
    expect(await db.prospect.findUnique({ where: { id: prospect.id } })).toMatchObject({ status: "rejected" })
    expect(await brokenInvariants()).toEqual([])
  })

  test("that one lets go and another cancels at the same moment does one of the two", async () => {
    for (let round = 0; round < 5; round++) {
      server.received.length = 0
      const { mail } = await aHeldMail()
      const [gone, kept] = await Promise.allSettled([
        as((ctx) => releaseMail(ctx, { mailId: mail.id }), later(100)),
        as((ctx) => cancelMail(ctx, { mailId: mail.id, reason: "No" }), later(100)),
      ])
      await deliverAll(later(200))
      // Whoever cancels second keeps back what was let go and has not left; whoever lets go second is refused.
      if (kept.status === "fulfilled") expect(server.received).toHaveLength(0)
      else expect(gone.status).toBe("fulfilled")
      expect(server.received).toHaveLength(kept.status === "fulfilled" ? 0 : 1)
    }
  })

  test("goes with its decision when that is taken back after all", async () => {
    const { mail, decisionId } = await aHeldMail()
    await db.decision.update({ where: { id: decisionId }, data: { undoableUntil: later(3600) } })
    await as((ctx) => undoDecision(ctx, { decisionId }), later(100))
    expect(await stateOf(mail.id)).toBe("canceled")
    expect(await brokenInvariants()).toEqual([])
  })

  test("is canceled when its lead is opened again", async () => {
    const manager = await aStaff("sales_manager")
    const { leadId, id } = await aProspect({}, ten)
    await quiet()
    await send("prospect-rejected", "held")
    await disqualify(manager, leadId ?? "", {}, ten)
    await deliverAll(later(61))
    await inTransaction(
      manager,
      (ctx) => reactivateLead({ ...ctx, actor: manager }, { leadId: leadId ?? "", tellApplicant: false }),
      later(100),
    )
    const where = { letter: "prospect-rejected", recordIds: { has: id } }
    expect(await db.mail.findMany({ where, select: { state: true } })).toEqual([{ state: "canceled" }])
  })

  test("is held for nobody any more once it goes by itself; what is held already stays", async () => {
    const { mail } = await aHeldMail()
    await send("prospect-rejected", "automatic")
    await deliverAll(later(7200))
    expect(await stateOf(mail.id)).toBe("held")
    const next = await aProspect({}, ten)
    await reject(henrik, next.id, ten)
    await deliverAll(later(61))
    expect(server.received.filter(({ subject }) => subject?.includes("declined"))).toHaveLength(1)
  })
})

test("a letter that is not sent is canceled, and says which profile keeps it", async () => {
  await send("request-received", "silent")
  const prospect = await aProspect({}, ten)
  await deliverAll(ten)
  expect(server.received).toEqual([])
  const mail = await db.mail.findFirstOrThrow({ where: { recordIds: { has: prospect.id } } })
  expect(mail).toMatchObject({ state: "canceled", lastError: "The profile Standard does not send this letter." })
})

test("what waits can be canceled, unless a decision stands behind it that can still be undone", async () => {
  const prospect = await aProspect({}, ten)
  const receipt = await db.mail.findFirstOrThrow({ where: { letter: "request-received", recordIds: { has: prospect.id } } })
  await as((ctx) => cancelMail(ctx, { mailId: receipt.id, reason: "A test" }))
  expect(await db.link.findFirst({ where: { id: receipt.linkId ?? "" } })).toMatchObject({ expiresAt: new Date(0) })
  await approve(henrik, prospect.id, ten)
  const approval = await db.mail.findFirstOrThrow({ where: { letter: "prospect-approved", recordIds: { has: prospect.id } } })
  await expect(as((ctx) => cancelMail(ctx, { mailId: approval.id, reason: "No" }))).rejects.toThrow("Undo the decision")
})

describe("a mail that has left", () => {
  async function anApproval() {
    const prospect = await aProspect({}, ten)
    await quiet()
    await approve(henrik, prospect.id, ten)
    await deliverAll(later(61))
    server.received.length = 0
    const where = { letter: "prospect-approved", recordIds: { has: prospect.id } }
    return { prospect, mail: await db.mail.findFirstOrThrow({ where }) }
  }

  test("can be sent once more, as a new one with a new link; the old link closes, and the decision keeps its one mail", async () => {
    const { mail } = await anApproval()
    const { mailId } = await as((ctx) => resendMail(ctx, { mailId: mail.id }), later(100))
    await deliverAll(later(101))
    const again = await db.mail.findUniqueOrThrow({ where: { id: mailId } })
    expect(again).toMatchObject({ state: "sent", resentOfId: mail.id, decisionId: null, recordIds: mail.recordIds })
    expect(server.received[0]?.text).toContain(linkAddress(again.linkId ?? "", "set_password"))
    expect(await db.link.findUnique({ where: { id: mail.linkId ?? "" } })).toMatchObject({ expiresAt: later(100) })
    expect((await getMail(mail.id, later(200)))?.again).toMatchObject([{ id: mailId, state: "sent" }])
    expect(await brokenInvariants()).toEqual([])
  })

  test("once more closes every invitation that its reader has to the same place, and none of somebody else or to another place", async () => {
    const { mail } = await anApproval()
    const own = await db.link.findUniqueOrThrow({ where: { id: mail.linkId ?? "" } })
    const link = async (given: object) => {
      const { id } = await db.link.create({ data: { ...own, id: newId(), hash: newId(), ...given } })
      return async () => (await db.link.findUniqueOrThrow({ where: { id } })).expiresAt
    }
    const again = await link({})
    const others = [await link({ personId: henrik.id }), await link({ subjectId: newId() }), await link({ subjectId: null })]
    const used = await link({ usedAt: later(90) })
    await as((ctx) => resendMail(ctx, { mailId: mail.id }), later(100))
    expect(await again()).toEqual(later(100))
    for (const expiry of [...others, used]) expect(await expiry()).toEqual(own.expiresAt)
  })

  test("is on its way once more once, however many ask", async () => {
    const { mail } = await anApproval()
    const ask = () => as((ctx) => resendMail(ctx, { mailId: mail.id }), later(100))
    const asked = await Promise.allSettled([ask(), ask(), ask()])
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await db.mail.count({ where: { resentOfId: mail.id } })).toBe(1)
  })

  test("is not sent once more when what it tells of was taken back meanwhile", async () => {
    const { mail, prospect } = await anApproval()
    await as((ctx) => resendMail(ctx, { mailId: mail.id }), later(100))
    await db.prospect.update({ where: { id: prospect.id }, data: { decidedAt: later(99) } })
    await deliverAll(later(101))
    expect(server.received).toEqual([])
    expect(await db.mail.findFirst({ where: { resentOfId: mail.id } })).toMatchObject({
      state: "canceled",
      lastError: "It was no longer worth sending.",
    })
  })
})
