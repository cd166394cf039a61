import { beforeAll, describe, expect, test } from "vitest"
import { confirmTerms } from "@/lib/commerce/credit/answer-terms"
import { setCredit } from "@/lib/commerce/credit/set-credit"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { changeMemberRole } from "@/lib/commerce/hierarchies/change-member-role"
import { removeMember } from "@/lib/commerce/hierarchies/remove-member"
import type { Staff } from "@/lib/identity/actor"
import { inviteStaff } from "@/lib/identity/invite-staff"
import { linkAddress } from "@/lib/identity/links"
import { announce } from "@/lib/platform/announce"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { runNextFact } from "@/lib/platform/run-facts"
import { reactions } from "@/lib/reactions"
import { approveProspect, rejectProspect } from "@/lib/sync/decide-in-commerce"
import { reactivateLead } from "@/lib/sync/reactivate-lead"
import { aProspect, aStaff, disqualify } from "@/prisma/makers"
import type { LetterName } from "./letter-titles"
import { renderLetter } from "./render-letter"

const now = new Date("2026-11-14T10:00:00Z")
const hostile = `<script>alert("1")</script>`

let commerce: Staff

beforeAll(async () => {
  commerce = await aStaff("commerce_manager")
})

const asCommerce = <Done>(work: (ctx: Ctx & { actor: Staff }) => Promise<Done>) =>
  inTransaction(commerce, (ctx) => work({ ...ctx, actor: commerce }), now)

async function react(): Promise<void> {
  while (await runNextFact(reactions, () => now)) {}
}

async function theLetter(letter: LetterName, recordId: string) {
  const mail = await db.mail.findFirstOrThrow({ where: { letter, recordIds: { has: recordId } }, orderBy: { createdAt: "desc" } })
  const written = await renderLetter({ ...mail, letter }, now)
  const setPassword = mail.linkId ? linkAddress(mail.linkId, "set_password") : ""
  return {
    subject: mail.subject,
    to: mail.toAddress,
    linkId: mail.linkId ?? "",
    html: "",
    text: "",
    ...written,
    isWorthSending: written !== null,
    setPassword,
  }
}

async function aPartner() {
  const prospect = await aProspect({}, now)
  await asCommerce((ctx) => approveProspect(ctx, { prospectId: prospect.id, noteToApplicant: `Welcome.\n${hostile}` }))
  return db.prospect.findUniqueOrThrow({ where: { id: prospect.id }, include: { hierarchy: { include: { members: true } } } })
}

const hierarchyOf = ({ hierarchyId }: { hierarchyId: string | null }) => hierarchyId ?? ""

describe("Request received", () => {
  test("carries the reference and the private link, and nothing that a stranger wrote", async () => {
    const words = {
      firstName: "Win",
      lastName: "Now",
      companyName: "Free money at evil.example",
      comments: `${hostile}\r\nBcc: all@evil.example`,
      street: "Evil 1",
    }
    const prospect = await aProspect(words, now)
    const { subject, text, html, linkId } = await theLetter("request-received", prospect.id)
    expect(subject).toBe(`We received your request ${prospect.number}`)
    expect(text).toContain(prospect.number)
    expect(text).toContain(linkAddress(linkId, "request_status"))
    for (const word of ["Win", "Now", "Free money", "evil", "Evil", "script", "Bcc"]) expect(`${subject}${text}${html}`).not.toContain(word)
  })
})

describe("B2B prospect approved", () => {
  test("names company and reference, shows the note, and lets a new person set a password", async () => {
    const partner = await aPartner()
    const letter = await theLetter("prospect-approved", partner.id)
    expect(letter.subject).toBe("Your request to become a business partner is approved")
    for (const word of [partner.number, partner.companyName, "is approved", "Welcome.", "Set your password", letter.setPassword])
      expect(letter.text).toContain(word)
    expect(letter.html).toContain("&lt;script&gt;")
    expect(letter.html).not.toContain("<script>")
  })

  test("asks somebody who has a password to accept, and somebody who is in already to sign in", async () => {
    const partner = await aPartner()
    const personId = partner.hierarchy?.members[0]?.personId ?? ""
    await db.person.update({ where: { id: personId }, data: { passwordHash: "a hash" } })
    expect((await theLetter("prospect-approved", partner.id)).text).toContain("Accept the invitation")
    await db.hierarchyMember.updateMany({ where: { personId }, data: { status: "active", acceptedAt: now } })
    expect((await theLetter("prospect-approved", partner.id)).text).toContain("http://localhost:3000/sign-in")
  })
})

test("B2B prospect rejected gives the reason and the note, escaped, line by line", async () => {
  const prospect = await aProspect({ companyName: "O'Brien & <b>Sons</b>" }, now)
  const words = { reason: "We serve another region.", noteToApplicant: "Try again\nin spring." }
  await asCommerce((ctx) => rejectProspect(ctx, { prospectId: prospect.id, ...words }))
  const { subject, text, html } = await theLetter("prospect-rejected", prospect.id)
  expect(subject).toBe("Your request to become a business partner was declined")
  for (const word of [prospect.number, "We serve another region.", "Try again\nin spring.", "O'Brien & <b>Sons</b>"])
    expect(text).toContain(word)
  expect(html).not.toContain("<b>Sons")
})

test("Request reopened is sent while the request is read again, and not once it is decided", async () => {
  const manager = await aStaff("sales_manager")
  const { leadId, id, number } = await aProspect({}, now)
  await disqualify(manager, leadId ?? "", {}, now)
  await inTransaction(manager, (ctx) => reactivateLead({ ...ctx, actor: manager }, { leadId: leadId ?? "", tellApplicant: true }), now)
  const { subject, text } = await theLetter("request-reopened", id)
  expect(subject).toBe(`Your request ${number} is being read again`)
  expect(text).toContain("What we wrote before no longer stands.")
  expect((await theLetter("prospect-rejected", id)).isWorthSending).toBe(false)
  await asCommerce((ctx) => rejectProspect(ctx, { prospectId: id, reason: "No.", noteToApplicant: null }))
  expect((await theLetter("request-reopened", id)).isWorthSending).toBe(false)
})

describe("users of a partner", () => {
  const rui = { firstName: "Rui", lastName: "Costa", role: "user" as const }
  const addRui = async (email: string) => {
    const partner = await aPartner()
    const { memberId } = await asCommerce((ctx) => addMember(ctx, { hierarchyId: hierarchyOf(partner), email, ...rui }))
    await react()
    return { partner, memberId }
  }

  test("User added says who added whom to what, with a link", async () => {
    const { partner, memberId } = await addRui("rui@added.example")
    const letter = await theLetter("user-added", memberId)
    expect(letter).toMatchObject({ to: "rui@added.example", subject: `You were added as a user of ${partner.companyName}` })
    for (const word of ["Rui", commerce.name, partner.companyName, "Set your password", letter.setPassword])
      expect(letter.text).toContain(word)
  })

  test("User removed tells that access has ended, and stops an invitation that was not yet sent", async () => {
    const { partner, memberId } = await addRui("rui@removed.example")
    await asCommerce((ctx) => removeMember(ctx, { hierarchyId: hierarchyOf(partner), memberId }))
    await react()
    const { subject, text } = await theLetter("user-removed", memberId)
    expect(subject).toBe(`Your access for ${partner.companyName} has ended`)
    expect(text).toContain("You are no longer a user of")
    expect((await theLetter("user-added", memberId)).isWorthSending).toBe(false)
  })

  test("Role changed tells an active user which role it is, and nobody who has not accepted", async () => {
    const { partner, memberId } = await addRui("rui@role.example")
    const make = (role: "admin" | "user") =>
      asCommerce((ctx) => changeMemberRole(ctx, { hierarchyId: hierarchyOf(partner), memberId, role }))
    await make("admin")
    await make("user")
    await react()
    const letters = () => db.mail.count({ where: { letter: "role-changed", recordIds: { has: memberId } } })
    expect(await letters()).toBe(0)
    await db.hierarchyMember.update({ where: { id: memberId }, data: { status: "active", acceptedAt: now } })
    await make("admin")
    await react()
    expect(await letters()).toBe(1)
    const { subject, text } = await theLetter("role-changed", memberId)
    expect(subject).toBe(`Your role for ${partner.companyName} has changed`)
    expect(text).toContain(`you are now Admin of ${partner.companyName}`)
  })

  test("Credit limit changed tells each active Admin the limit and its first day, once it stands", async () => {
    const partner = await aPartner()
    const [admin] = partner.hierarchy?.members ?? []
    await db.hierarchyMember.update({ where: { id: admin?.id ?? "" }, data: { status: "active", acceptedAt: now } })
    const organizationId = partner.organizationId ?? ""
    const give = (amount: number) =>
      asCommerce((ctx) =>
        setCredit(ctx, {
          ...{ organizationId, amount, currency: "EUR", timeZone: "Pacific/Auckland", type: "balance_all", onExceeding: "error" },
          ...{ isMandatory: false, allowOnAccount: true, validFrom: null, validTo: null, reason: "As agreed" },
        }),
      )
    await give(1_250_000)
    await react()
    const { subject, text } = await theLetter("credit-changed", organizationId)
    expect(subject).toBe(`The credit limit of ${partner.companyName} has changed`)
    expect(text).toContain("is € 12,500 from 14 November 2026 on")
    const { termsId, isAsked } = await give(9_000_000)
    await react()
    const letters = () => db.mail.count({ where: { letter: "credit-changed", recordIds: { has: organizationId } } })
    expect([isAsked, await letters()]).toEqual([true, 1])
    const other = await aStaff("commerce_manager")
    await inTransaction(other, (ctx) => confirmTerms(ctx, { termsId }), now)
    await react()
    expect(await letters()).toBe(2)
  })
})

describe("people who sign in", () => {
  const askForReset = (personId: string) =>
    inTransaction(theSystem, async (ctx) => announce(ctx, "password.reset_requested", { personId }), now)

  test("Password reset names its minutes, and a newer one closes the older", async () => {
    const { id } = await aStaff("seller")
    await askForReset(id)
    await react()
    const first = await theLetter("password-reset", id)
    expect(first.text).toContain(linkAddress(first.linkId, "reset_password"))
    expect(first.text).toContain("60 minutes")
    await db.mail.updateMany({ where: { recordIds: { has: id } }, data: { createdAt: new Date(now.getTime() - 1000) } })
    await askForReset(id)
    await react()
    const second = await theLetter("password-reset", id)
    expect(second.linkId).not.toBe(first.linkId)
    expect(await db.link.count({ where: { personId: id, usedAt: null, expiresAt: { gt: now } } })).toBe(1)
  })

  test("Staff invited names the role, with a link", async () => {
    const invitation = { email: "bo@staff.example", name: "Bo Berg", role: "sales_manager" as const }
    const { personId } = await inTransaction(theSystem, (ctx) => inviteStaff(ctx, invitation), now)
    await react()
    const letter = await theLetter("staff-invited", personId)
    expect(letter.subject).toBe("You are invited to work in Gangway")
    for (const word of ["Bo Berg", "Sales manager", letter.setPassword]) expect(letter.text).toContain(word)
  })
})
