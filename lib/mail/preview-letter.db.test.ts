import { beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { approveProspect, rejectProspect } from "@/lib/sync/decide-in-commerce"
import { aProspect, aStaff } from "@/prisma/makers"
import { PreviewDecision, previewDecision } from "./preview-letter"
import { renderLetter } from "./render-letter"

let henrik: Staff

beforeAll(async () => {
  henrik = await aStaff("commerce_manager")
})

const preview = (prospectId: string, given: object) => previewDecision(prospectId, PreviewDecision.parse(given), new Date())
const withoutLinks = (html = "") => html.replaceAll(/(<a\b[^>]*?) href="[^"]*"/g, "$1")

/** The letter of a decision that was made, as it leaves. */
async function sent(decisionId: string) {
  const mail = await db.mail.findFirstOrThrow({ where: { decisionId } })
  const written = await renderLetter({ ...mail, letter: mail.letter as "prospect-approved" }, new Date())
  return { ...mail, leaving: written?.subject, html: withoutLinks(written?.html) }
}

test("what is previewed of an approval is what leaves, word for word, and none of its links leads anywhere yet", async () => {
  const prospect = await aProspect({ language: "pt" })
  const note = "Welcome aboard.\nYour contact is Irja <irja@harbourline.example> & team."
  const shown = await preview(prospect.id, { letter: "prospect-approved", reason: "", note })
  expect(shown).toMatchObject({ name: "Ana Silva", address: prospect.email, reads: "pt", mode: "automatic" })
  expect(shown.html).not.toContain("href=")
  expect(shown.html).not.toContain("<irja")
  const { decisionId } = await inTransaction(henrik, (ctx) =>
    approveProspect({ ...ctx, actor: henrik }, { prospectId: prospect.id, noteToApplicant: note }),
  )
  const mail = await sent(decisionId)
  expect(shown.html).toBe(mail.html)
  expect([shown.subject, shown.address]).toEqual([mail.leaving, mail.toAddress])
})

test("what is previewed of a rejection is what leaves, with the reason and the note", async () => {
  const prospect = await aProspect()
  const words = { reason: "We have a partner in your region already.", note: "Ask again in spring." }
  const shown = await preview(prospect.id, { letter: "prospect-rejected", ...words })
  expect(await preview(prospect.id, { letter: "prospect-rejected" })).not.toMatchObject({ html: shown.html })
  const { decisionId } = await inTransaction(henrik, (ctx) =>
    rejectProspect({ ...ctx, actor: henrik }, { prospectId: prospect.id, reason: words.reason, noteToApplicant: words.note }),
  )
  const mail = await sent(decisionId)
  expect(shown.html).toBe(mail.html)
  expect(shown.subject).toBe(mail.leaving)
})

test("a preview decides nothing and posts nothing; of a request that is not there, there is none", async () => {
  const prospect = await aProspect()
  await preview(prospect.id, { letter: "prospect-approved", note: "Hello" })
  expect(await db.prospect.findUniqueOrThrow({ where: { id: prospect.id } })).toMatchObject({
    status: "pending",
    noteToApplicant: null,
    version: 1,
  })
  expect(await db.mail.count({ where: { recordIds: { has: prospect.id }, letter: { not: "request-received" } } })).toBe(0)
  await expect(preview(newId(), { letter: "prospect-rejected" })).rejects.toMatchObject({ code: "not_found" })
})
