import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { secretOf } from "@/lib/identity/links"
import { claimMail } from "@/lib/mail/claim-mail"
import { PreviewMerged, previewMerged } from "@/lib/mail/preview-letter"
import { renderLetter } from "@/lib/mail/render-letter"
import { getRequestStatus } from "@/lib/onboarding/queries"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aLead, aStaff, merge, unmerge } from "@/prisma/makers"
import { getMergedView } from "./get-merged"
import { brokenInvariants } from "./invariants"

let maja: Staff
const now = new Date("2026-11-22T10:00:00Z")
/** The send window of a minute is over. */
const later = new Date(now.getTime() + 61_000)

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
})

type Lead = Awaited<ReturnType<typeof aLead>>
async function twoLeads() {
  const mark = newId().slice(-6)
  const one = await aLead({ companyName: "Contoso Ltd.", email: `ana-${mark}@contoso.example` }, now)
  const two = await aLead({ companyName: "Contoso Limited", email: `rui-${mark}@contoso.example`, language: "pt" }, now)
  return { one, two }
}
const tell = ({ one, two }: { one: Lead; two: Lead }) => merge(maja, "lead", [one.id, two.id], {}, now, true)
const letterOf = (mergeId: string) => db.mail.findUnique({ where: { key: `request-merged:${mergeId}` } })
const written = async (mergeId: string) => {
  const mail = await letterOf(mergeId)
  return mail && renderLetter({ ...mail, letter: "request-merged" }, later)
}
const withoutLinks = (html = "") => html.replaceAll(/(<a\b[^>]*?) href="[^"]*"/g, "$1")
async function claimOf(id: string) {
  await db.mail.updateMany({ where: { id: { not: id }, state: { in: ["waiting", "sending"] } }, data: { state: "canceled" } })
  return claimMail(later)
}

describe("the letter to whoever sent the request that ends", () => {
  test("names both numbers, leads to its own page, holds nothing that a stranger wrote, and is what was previewed", async () => {
    const { one, two } = await twoLeads()
    const about = PreviewMerged.parse({ prospectId: two.prospectId, intoId: one.prospectId })
    const shown = await previewMerged(about, now)
    expect(shown).toMatchObject({ address: two.email, reads: "pt", mode: "automatic", number: two.prospectNumber })
    const { mergeId } = await tell({ one, two })
    const mail = await letterOf(mergeId)
    expect(mail).toMatchObject({
      ...{ toAddress: two.email, toName: "", language: "pt", state: "waiting", decisionId: null },
      subject: `Your request ${two.prospectNumber} goes on as ${one.prospectNumber}`,
      sendAfter: new Date(now.getTime() + 60_000),
      recordIds: [two.prospectId, one.id, two.id],
    })
    const letter = await written(mergeId)
    expect(withoutLinks(letter?.html)).toBe(shown.html)
    expect(letter?.subject).toBe(shown.subject)
    for (const number of [one.prospectNumber, two.prospectNumber]) expect(letter?.text).toContain(number)
    for (const word of ["Contoso", "Ana", "Silva", one.email ?? ""]) expect(letter?.text).not.toContain(word)
    const secret = secretOf(mail?.linkId ?? "", "request_status")
    expect(letter?.text).toContain(secret)
    expect(await getRequestStatus(secret)).toMatchObject({ number: two.prospectNumber, together: { number: null } })
    await db.mail.update({ where: { id: mail?.id }, data: { state: "sent", sentAt: later } })
    expect(await getRequestStatus(secret)).toMatchObject({ together: { number: one.prospectNumber, isMine: false } })
    expect(await brokenInvariants()).toEqual([])
  })

  test("is not posted where nobody chose it, and refused where no request ends", async () => {
    const pair = await twoLeads()
    const { mergeId } = await merge(maja, "lead", [pair.one.id, pair.two.id], {}, now)
    expect(await letterOf(mergeId)).toBeNull()
    const { one, two } = await twoLeads()
    const { prospectId, prospectNumber } = one
    await db.lead.update({ where: { id: one.id }, data: { prospectId: null, prospectNumber: null, fromCommerce: false } })
    await expect(tell({ one, two })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("goes on as it is") })
    await db.lead.update({ where: { id: one.id }, data: { prospectId, prospectNumber, fromCommerce: true } })
  })

  test("is canceled, with its link, by Unmerge while it is held; both stand as before", async () => {
    const pair = await twoLeads()
    const { mergeId } = await tell(pair)
    expect(await getMergedView(maja, pair.two.id, now)).toMatchObject({ letter: { state: "waiting", toAddress: pair.two.email } })
    const mail = await letterOf(mergeId)
    expect(await unmerge(maja, mergeId, now)).toMatchObject({ kept: [], told: `The email to ${pair.two.email} is canceled.` })
    expect(await letterOf(mergeId)).toMatchObject({ state: "canceled" })
    expect(await getRequestStatus(secretOf(mail?.linkId ?? "", "request_status"))).toBeNull()
    expect(await claimOf(mail?.id ?? "")).toBeUndefined()
    expect(await brokenInvariants()).toEqual([])
  })

  test("that has left is told of by Unmerge, and would not be sent again", async () => {
    const pair = await twoLeads()
    const { mergeId } = await tell(pair)
    const mail = await letterOf(mergeId)
    await db.mail.update({ where: { id: mail?.id }, data: { state: "sent", sentAt: later } })
    const { kept, told } = await unmerge(maja, mergeId, later)
    expect(kept).toEqual([])
    expect(told).toBe(`The email to ${pair.two.email} had left; the page of the request says again that it is handled by itself.`)
    expect(await letterOf(mergeId)).toMatchObject({ state: "sent" })
    expect(await written(mergeId)).toBeNull()
    expect(await db.auditEntry.findFirst({ where: { move: "lead.unmerge", recordIds: { has: pair.two.id } } })).toMatchObject({
      reason: expect.stringContaining("had left"),
    })
    expect((await getRequestStatus(secretOf(mail?.linkId ?? "", "request_status")))?.together).toBeNull()
  })

  test("of a worker who takes it and somebody who unmerges one comes first: it left and that is told, or it never leaves", async () => {
    for (let round = 0; round < 6; round++) {
      const pair = await twoLeads()
      const { mergeId } = await tell(pair)
      const mail = await letterOf(mergeId)
      const [claimed, parted] = await Promise.all([claimOf(mail?.id ?? ""), unmerge(maja, mergeId, later)])
      const left = claimed?.id === mail?.id
      expect(parted.told).toContain(left ? "had left" : "is canceled")
      expect((await letterOf(mergeId))?.state).toBe(left ? "sending" : "canceled")
    }
    expect(await brokenInvariants()).toEqual([])
  })
})
