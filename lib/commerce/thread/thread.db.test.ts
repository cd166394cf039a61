import { beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { secretOf } from "@/lib/identity/links"
import { getRequestStatus } from "@/lib/onboarding/queries"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aProspect, aStaff } from "@/prisma/makers"
import { deleteMessage, editMessage } from "./change-message"
import { getThread } from "./queries"
import { readThread } from "./read-thread"
import { WriteMessage } from "./schema"
import { writeMessage } from "./write-message"

let henrik: Staff
let irja: Staff
let maja: Staff

beforeAll(async () => {
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  irja = await aStaff("commerce_manager", { name: "Irja Salo" })
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
})

let hour = Date.parse("2026-11-24T09:00:00Z")
const later = () => {
  hour += 60_000
  return new Date(hour)
}
const as = <Result>(staff: Staff, deed: (ctx: Parameters<typeof writeMessage>[0]) => Promise<Result>) =>
  inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }), later())
const write = (staff: Staff, prospectId: string, text: string, mentioned: Staff[] = []) =>
  as(staff, (ctx) => writeMessage(ctx, WriteMessage.parse({ prospectId, text, mentions: mentioned.map(({ id }) => id).join(",") })))

test("staff write to each other about a request; who is mentioned is told once, and neither the applicant nor the lead shows it", async () => {
  const prospect = await aProspect()
  const { id } = await write(henrik, prospect.id, "@Irja Salo, do we know them?", [irja])
  const notices = await db.notification.findMany({ where: { recordId: prospect.id } })
  expect(notices).toMatchObject([{ personId: irja.id, kind: "mention", recordKind: "prospect", text: "@Irja Salo, do we know them?" }])
  await as(henrik, (ctx) =>
    editMessage(ctx, { messageId: id, version: 1, text: "@Irja Salo and @Maja Lindqvist?", mentions: [irja.id, maja.id] }),
  )
  expect(await db.notification.count({ where: { recordId: prospect.id } })).toBe(2)
  const { messages, names } = await getThread(maja, prospect.id)
  expect(messages).toMatchObject([{ authorName: "Henrik Aalto", text: `@{${irja.id}} and @{${maja.id}}?`, version: 2, mayChange: false }])
  expect(names).toEqual({ [irja.id]: "Irja Salo", [maja.id]: "Maja Lindqvist" })
  expect(await db.activity.count({ where: { leadId: prospect.leadId } })).toBe(0)
  const told = await db.auditEntry.findMany({ where: { recordIds: { has: prospect.leadId ?? "" } }, select: { reason: true, to: true } })
  expect(JSON.stringify(told)).not.toContain("Maja Lindqvist?")
  expect(await db.mail.count({ where: { recordIds: { has: prospect.id }, letter: { not: "request-received" } } })).toBe(0)
  const link = await db.link.findFirstOrThrow({ where: { subjectId: prospect.id } })
  expect(JSON.stringify(await getRequestStatus(secretOf(link.id, link.purpose)))).not.toContain("Maja")
})

test("it is read in the order in which it was written, and each knows what is new to them", async () => {
  const { id } = await aProspect()
  await write(henrik, id, "First")
  await write(irja, id, "Second")
  const mine = await getThread(henrik, id)
  expect(mine.messages.map(({ text, isNew }) => [text, isNew])).toEqual([
    ["First", false],
    ["Second", true],
  ])
  expect(mine.unread).toBe(1)
  expect((await getThread(irja, id)).unread).toBe(0)
  const [first, second] = mine.messages
  await as(henrik, (ctx) => readThread(ctx, { prospectId: id, until: second?.id ?? "" }))
  expect((await getThread(henrik, id)).unread).toBe(0)
  // Another window that shows an older page takes nothing back.
  await as(henrik, (ctx) => readThread(ctx, { prospectId: id, until: first?.id ?? "" }))
  expect((await getThread(henrik, id)).unread).toBe(0)
})

test("only who wrote a message changes or deletes it, and nobody who looks at an older one", async () => {
  const { id } = await aProspect()
  const message = await write(henrik, id, "Mine")
  const ref = { messageId: message.id, version: 1 }
  await expect(as(irja, (ctx) => editMessage(ctx, { ...ref, text: "Yours" }))).rejects.toMatchObject({ code: "forbidden" })
  await expect(as(irja, (ctx) => deleteMessage(ctx, ref))).rejects.toMatchObject({ code: "forbidden" })
  await as(henrik, (ctx) => editMessage(ctx, { ...ref, text: "Better" }))
  await expect(as(henrik, (ctx) => deleteMessage(ctx, ref))).rejects.toMatchObject({ code: "conflict" })
  await as(henrik, (ctx) => deleteMessage(ctx, { ...ref, version: 2 }))
  expect((await getThread(henrik, id)).messages).toEqual([])
  const moves = await db.auditEntry.findMany({ where: { recordId: id, move: { startsWith: "thread." } }, orderBy: { at: "asc" } })
  expect(moves.map(({ move, reason }) => [move, reason])).toEqual([
    ["thread.edit", null],
    ["thread.delete", null],
  ])
})

test("of two who edit one message at once in two windows, one wins", async () => {
  const { id } = await aProspect()
  const message = await write(henrik, id, "Draft")
  const edit = (text: string) => as(henrik, (ctx) => editMessage(ctx, { messageId: message.id, version: 1, text }))
  const settled = await Promise.allSettled([edit("One"), edit("Other")])
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
})

test("an auditor reads, and is told who writes", async () => {
  const { id } = await aProspect()
  const auditor = await aStaff("auditor")
  await write(henrik, id, "For all of us")
  expect(await getThread(auditor, id)).toMatchObject({ unread: 1, refusal: expect.stringContaining("cannot write about requests") })
  await expect(write(auditor, id, "Hello")).rejects.toMatchObject({ code: "forbidden" })
})
