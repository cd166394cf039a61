import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { linkAddress } from "@/lib/identity/links"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aLead, anOpportunity, aStaff } from "@/prisma/makers"
import { deliverNext } from "../deliver"
import { startMailServer } from "../testing-mail-server"
import { cancelMessage } from "./cancel-message"
import { getMessageDesk } from "./get-message-desk"
import { EditTemplate, SendMessage } from "./schema"
import { sendMessage } from "./send-message"
import { addTemplate, editTemplate, listTemplates, removeTemplate } from "./templates"

const now = new Date("2026-11-22T10:00:00Z")
const later = (seconds: number) => () => new Date(now.getTime() + seconds * 1000)

let maja: Staff
let server: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  server = await startMailServer()
  maja = await aStaff("seller", { name: "Maja Lindqvist", email: "maja@harbourline.example" })
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.received.length = 0
  await db.mail.updateMany({ where: { state: "waiting" }, data: { state: "sent" } })
})

const as = <Done>(actor: Staff, work: (ctx: Ctx & { actor: Staff }) => Promise<Done>, at = now) =>
  inTransaction(actor, (ctx) => work({ ...ctx, actor }), at)
async function aWaitingLead(given: Parameters<typeof aLead>[0] = {}) {
  const lead = await aLead(given, new Date("2026-11-20T10:00:00Z"))
  await db.mail.updateMany({ where: { state: "waiting" }, data: { state: "sent" } })
  return lead
}
const send = (about: "lead" | "opportunity" | "contact", id: string, subject: string, text: string, by = maja) =>
  as(by, (ctx) => sendMessage(ctx, { about, id, subject, text }))

describe("a message", () => {
  test("waits for the send window, then leaves filled in, escaped, with an answer going to who wrote it", async () => {
    const lead = await aWaitingLead({
      firstName: "Ana",
      companyName: "O'Brien & <b>Sons</b>",
      comments: "<script>alert(1)</script> %link%",
    })
    const { holdSeconds, mailId } = await send(
      "lead",
      lead.id,
      "About %reference%",
      "Hello %firstname% of %company%,\n\n%comments%\nSee %link%",
    )
    expect(await deliverNext(server.transport, later(holdSeconds - 1))).toBe(false)
    expect(await deliverNext(server.transport, later(holdSeconds))).toBe(true)
    const [letter] = server.received
    expect(letter?.subject).toBe(`About ${lead.prospectNumber}`)
    expect(letter?.replyTo?.value).toEqual([{ name: "Maja Lindqvist", address: "maja@harbourline.example" }])
    const { linkId } = await db.mail.findUniqueOrThrow({ where: { id: mailId } })
    const link = linkAddress(linkId ?? "", "request_status")
    expect(letter?.text).toContain("Hello Ana of O'Brien & <b>Sons</b>,")
    expect(letter?.text?.split(link)).toHaveLength(2)
    expect(letter?.html).not.toContain("<script>")
    expect(letter?.html).not.toContain("<b>Sons")
    expect(letter?.headers.has("auto-submitted")).toBe(false)
    expect(await db.auditEntry.count({ where: { move: "message.send", recordId: lead.id } })).toBe(1)
  })

  test("keeps a line break out of the subject, also one that a value would bring", async () => {
    const lead = await aWaitingLead({ comments: "One\r\nBcc: all@evil.example" })
    expect(SendMessage.safeParse({ about: "lead", id: lead.id, subject: "Hello\r\nBcc: all@evil.example", text: "x" }).success).toBe(false)
    const { mailId } = await send("lead", lead.id, "Re: %comments%", "Words.")
    expect((await db.mail.findUniqueOrThrow({ where: { id: mailId } })).subject).not.toMatch(/[\r\n]/)
    await deliverNext(server.transport, later(3600))
    expect(server.received[0]?.headers.has("bcc")).toBe(false)
    expect(server.received[0]?.to).toMatchObject({ value: [{ address: lead.email }] })
  })

  test("can be canceled while it waits, by who wrote it or a manager, and not once it left", async () => {
    const lead = await aWaitingLead()
    const [stranger, manager] = [await aStaff("seller"), await aStaff("sales_manager")]
    const { mailId } = await send("lead", lead.id, "Hello", "See %link%")
    await expect(as(stranger, (ctx) => cancelMessage(ctx, { mailId }))).rejects.toThrow("Somebody else wrote this email.")
    await as(manager, (ctx) => cancelMessage(ctx, { mailId }))
    expect(await deliverNext(server.transport, later(3600))).toBe(false)
    await expect(as(maja, (ctx) => cancelMessage(ctx, { mailId }))).rejects.toThrow("This email is Canceled.")
    const { linkId } = await db.mail.findUniqueOrThrow({ where: { id: mailId } })
    expect((await db.link.findUniqueOrThrow({ where: { id: linkId ?? "" } })).expiresAt).toEqual(new Date(0))
    const other = await send("lead", lead.id, "Hello", "Again")
    await deliverNext(server.transport, later(3600))
    await expect(as(maja, (ctx) => cancelMessage(ctx, { mailId: other.mailId }))).rejects.toThrow("This email is Sent.")
    expect(server.received).toHaveLength(1)
  })

  test("canceled at the moment at which it leaves: exactly one of the two happens", async () => {
    const lead = await aWaitingLead()
    for (let round = 0; round < 5; round++) {
      server.received.length = 0
      const { mailId } = await send("lead", lead.id, "Hello", `Round ${round}`)
      const [canceled] = await Promise.allSettled([
        as(maja, (ctx) => cancelMessage(ctx, { mailId })),
        deliverNext(server.transport, later(3600)),
      ])
      const { state } = await db.mail.findUniqueOrThrow({ where: { id: mailId } })
      expect([state, server.received.length]).toEqual(canceled.status === "fulfilled" ? ["canceled", 0] : ["sent", 1])
    }
  })

  test("about an opportunity stands on its lead too; about a contact it has no private link", async () => {
    const opportunity = await anOpportunity(maja, {}, now)
    const { mailId } = await send("opportunity", opportunity.id, "Hello", "Hello %lastname%, %link%")
    const mail = await db.mail.findUniqueOrThrow({ where: { id: mailId } })
    expect(mail.recordIds.sort()).toEqual([opportunity.id, opportunity.originatingLeadId ?? "", opportunity.prospectId ?? ""].sort())
    await expect(send("contact", opportunity.contactId, "Hello", "See %link%")).rejects.toThrow("no private link")
    await send("contact", opportunity.contactId, "Hello", "Hello %firstname%")
  })

  test("is refused where there is no address, or where nothing is left of it", async () => {
    const lead = await aWaitingLead({ comments: null })
    await expect(send("lead", lead.id, "%comments%", "%comments%")).rejects.toThrow("nothing is left of it")
    await db.lead.update({ where: { id: lead.id }, data: { email: null } })
    await expect(send("lead", lead.id, "Hello", "Hello")).rejects.toThrow("no email address")
    await expect(send("lead", newId(), "Hello", "Hello")).rejects.toThrow("There is no such lead.")
  })

  test("the desk offers templates in the reader's language first", async () => {
    const lead = await aWaitingLead()
    await db.lead.update({ where: { id: lead.id }, data: { language: "pt" } })
    const desk = await getMessageDesk(maja, "lead", lead.id)
    expect(desk).toMatchObject({ refusal: null, hasLink: true, values: { firstname: "Ana", reference: lead.prospectNumber } })
    expect(desk.templates.map(({ language }) => language).join(" ")).toMatch(/^(pt )+(en )+(?!.*\b(pt|en)\b)/)
    expect((await getMessageDesk(await aStaff("auditor"), "lead", lead.id)).refusal).toContain("Auditor cannot write to applicants")
  })
})

describe("templates", () => {
  const words = { name: "Welcome", language: "en" as const, subject: "Hello %firstname%", body: "Hello %firstname%" }

  test("a name stands once in a language; changes are guarded by what was shown, and audited", async () => {
    const manager = await aStaff("sales_manager")
    const { id } = await as(manager, (ctx) => addTemplate(ctx, words))
    await expect(as(manager, (ctx) => addTemplate(ctx, words))).rejects.toThrow("There is a template of this name")
    await as(manager, (ctx) => addTemplate(ctx, { ...words, language: "sv" }))
    await as(manager, (ctx) => editTemplate(ctx, { ...words, templateId: id, version: 1, body: "Better" }))
    await expect(as(manager, (ctx) => editTemplate(ctx, { ...words, templateId: id, version: 1 }))).rejects.toThrow("Somebody changed this")
    await as(manager, (ctx) => removeTemplate(ctx, { templateId: id, version: 2 }))
    await expect(as(manager, (ctx) => removeTemplate(ctx, { templateId: id, version: 2 }))).rejects.toThrow("There is no such template.")
    const moves = await db.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: "asc" }, select: { move: true } })
    expect(moves.map(({ move }) => move)).toEqual(["template.add", "template.edit", "template.remove"])
    expect((await listTemplates()).some((template) => template.id === id)).toBe(false)
  })

  test("a placeholder that does not exist is refused by its name", () => {
    const parsed = EditTemplate.safeParse({ ...words, templateId: newId(), version: 1, body: "Hello %surname%" })
    expect(parsed.error?.issues[0]?.message).toBe("There is no placeholder %surname%.")
  })
})
