import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { linkAddress } from "@/lib/identity/links"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aProspect, approve, aStaff, reject } from "@/prisma/makers"
import { deliverNext } from "../deliver"
import { type LetterName, letterNames } from "../house-letters"
import { keptWords } from "../keep-words"
import { writeLetter } from "../marks/write-letter"
import { renderLetter } from "../render-letter"
import { startMailServer } from "../testing-mail-server"
import { addProfile, editProfile, removeProfile } from "./change-profile"
import { discardText, publishText, restoreText, saveText, withdrawText } from "./change-text"
import { importWords, lookAtWords } from "./import-words"
import { chosenProfile } from "./profiles"
import { getCoverage, getLetterDesk } from "./queries"
import { sendTest } from "./send-test"
import { wordsFile } from "./words-file"

const ten = new Date("2026-11-14T10:00:00Z")
const later = (seconds: number) => new Date(ten.getTime() + seconds * 1000)

let henrik: Staff
let server: Awaited<ReturnType<typeof startMailServer>>
let standardId: string

beforeAll(async () => {
  server = await startMailServer()
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto", email: "henrik@harbourline.example" })
  standardId = (await db.letterProfile.findFirstOrThrow({ where: { isDefault: true } })).id
})
afterAll(() => server.stop())
beforeEach(async () => {
  await db.mail.deleteMany()
  server.received.length = 0
})

const as = <Done>(work: (ctx: Ctx & { actor: Staff }) => Promise<Done>, at = ten) =>
  inTransaction(henrik, (ctx) => work({ ...ctx, actor: henrik }), at)

async function deliverAll(at: Date): Promise<void> {
  while (await deliverNext(server.transport, () => at)) {}
}

type Where = { letter: LetterName; language?: "en" | "de" | "sv"; profileId?: string }
const which = ({ letter, language = "en", profileId = standardId }: Where) => ({ letter, language, profileId })

async function versionOf(where: Where): Promise<number> {
  const key = { profileId_letter_language: which(where) }
  return (await db.letterText.findUnique({ where: key }))?.draftVersion ?? 0
}
const publish = async (where: Where, subject: string, body: string, at = ten) => {
  const draftVersion = await versionOf(where)
  return as((ctx) => publishText(ctx, { ...which(where), draftVersion, subject, body }), at)
}
const theMail = (letter: LetterName, prospectId: string) => db.mail.findFirstOrThrow({ where: { letter, recordIds: { has: prospectId } } })

describe("a letter that was published", () => {
  test("is what leaves from then on; what has left keeps its words, and neither holds a key", async () => {
    const [first, second] = [await aProspect({}, ten), await aProspect({}, ten)]
    await deliverAll(ten)
    server.received.length = 0
    await publish({ letter: "prospect-approved" }, "Welcome aboard, %company%", "# Welcome\n\nDear %firstname%,\n\n[[%button%]](%link%)")
    await approve(henrik, first.id, ten)
    await deliverAll(later(61))
    await publish({ letter: "prospect-approved" }, "Ahoy", "[[In]](%link%)", later(70))
    await approve(henrik, second.id, later(80))
    await deliverAll(later(200))

    expect(server.received.map(({ subject }) => subject)).toEqual([`Welcome aboard, ${first.companyName}`, "Ahoy"])
    const mail = await theMail("prospect-approved", first.id)
    expect(mail).toMatchObject({ state: "sent", subject: `Welcome aboard, ${first.companyName}` })
    const secret = linkAddress(mail.linkId ?? "", "set_password")
    expect(server.received[0]?.text).toContain(secret)
    const kept = await keptWords(mail.id)
    expect(kept).toMatchObject({ version: 1, subject: "Welcome aboard, %company%", isGiven: false })
    expect(JSON.stringify(kept)).not.toContain(secret.split("/").at(-1))
    expect(kept && writeLetter(kept).text).toContain(`Dear ${first.firstName},`)
    expect((await keptWords((await theMail("prospect-approved", second.id)).id))?.version).toBe(2)
  })

  test("can be wrong in no way that is told with its place", async () => {
    const bad = publish({ letter: "user-added" }, "Hello", "Hello\n%surname%")
    await expect(bad).rejects.toMatchObject({
      code: "invalid",
      fields: {
        body: expect.stringMatching(/^Line 2, column 1: There is no placeholder %surname%.*\nLine 2, column 1: %link% is missing/),
      },
    })
    expect(await db.letterVersion.count({ where: { text: { letter: "user-added" } } })).toBe(0)
  })

  test("has versions that never change, each can be restored, and withdrawn it falls back", async () => {
    const where = { letter: "user-removed" as const }
    await publish(where, "One", "First")
    await publish(where, "Two", "Second")
    await expect(db.letterVersion.updateMany({ data: { body: "Other" } })).rejects.toThrow()
    const restored = await as(async (ctx) => restoreText(ctx, { ...which(where), draftVersion: await versionOf(where), number: 1 }))
    expect(restored.number).toBe(3)
    const chosen = await chosenProfile(null)
    expect(await getLetterDesk("user-removed", "en", chosen)).toMatchObject({
      published: 3,
      sent: { isOwn: true, body: "First", version: 3 },
      versions: [{ number: 3, restored: 1 }, { number: 2 }, { number: 1 }],
    })
    await as(async (ctx) => withdrawText(ctx, { ...which(where), draftVersion: await versionOf(where) }))
    expect((await getLetterDesk("user-removed", "en", chosen)).sent).toMatchObject({ isOwn: false, version: null })
    const moves = await db.auditEntry.findMany({ where: { recordLabel: "User removed, English" }, orderBy: { id: "asc" } })
    expect(moves.map(({ move, to }) => [move, to])).toEqual([
      ["letter.publish", "Version 1"],
      ["letter.publish", "Version 2"],
      ["letter.restore", "Version 3"],
      ["letter.withdraw", null],
    ])
  })
})

describe("a draft", () => {
  test("is not sent, may be wrong, and can be thrown away", async () => {
    const where = { letter: "request-reopened" as const, language: "de" as const }
    await as((ctx) => saveText(ctx, { ...which(where), draftVersion: 0, subject: "", body: "%nothing%" }))
    const chosen = await chosenProfile(null)
    expect(await getLetterDesk("request-reopened", "de", chosen)).toMatchObject({
      draft: { body: "%nothing%", by: henrik.name },
      sent: { language: "en" },
    })
    await as((ctx) => discardText(ctx, { ...which(where), draftVersion: 1 }))
    expect((await getLetterDesk("request-reopened", "de", chosen)).draft).toBeNull()
  })

  test("that two write at once is kept by one, and the other is told who was faster", async () => {
    const where = { letter: "password-reset" as const, language: "sv" as const }
    const save = (body: string) => as((ctx) => saveText(ctx, { ...which(where), draftVersion: 0, subject: "S", body }))
    const done = await Promise.allSettled([save("one"), save("two")])
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const lost = done.find(({ status }) => status === "rejected")
    expect(String(lost?.status === "rejected" && lost.reason)).toContain("Henrik Aalto changed the draft of a letter")
  })
})

describe("a language", () => {
  test("that a letter is written in is the reader's; one that it is not written in falls back, buttons and all", async () => {
    const prospect = await aProspect({ language: "de" }, ten)
    await approve(henrik, prospect.id, ten)
    await publish({ letter: "prospect-approved", language: "de" }, "Willkommen", "Hallo %firstname%\n\n[[%button%]](%link%)")
    await deliverAll(later(61))
    const [letter] = server.received.filter(({ subject }) => subject === "Willkommen")
    expect(letter?.text).toContain("Passwort festlegen")
    expect(letter?.text).toContain("Gesendet von")
  })

  test("is outdated once the default language was published after it, until it is published again", async () => {
    const where = { letter: "staff-invited" as const, language: "sv" as const }
    await publish(where, "Välkommen", "%link%", later(1))
    await publish({ letter: "staff-invited" }, "Welcome", "%link%", later(2))
    const state = async () => {
      const row = (await getCoverage(await chosenProfile(null))).find(({ letter }) => letter === "staff-invited")
      return row?.cells.find(({ of }) => of === "sv")?.state
    }
    expect(await state()).toBe("outdated")
    await publish(where, "Välkommen", "%link%", later(3))
    expect(await state()).toBe("own")
  })
})

describe("a profile", () => {
  const blank = { senderName: null, senderAddress: null, replyTo: null, defaultLanguage: "en" as const }

  test("says what is its own, and leaves the rest to the default one", async () => {
    const { profileId } = await as((ctx) => addProfile(ctx, { ...blank, name: "Yachts", senderName: "Yacht desk" }))
    await publish({ letter: "message" }, "%subject%", "%text%\n\nThe default desk")
    const chosen = await chosenProfile(profileId)
    expect((await getLetterDesk("message", "en", chosen)).sent).toMatchObject({ isOwn: false, profileName: "Standard" })
    await publish({ letter: "message", profileId }, "%subject%", "%text%\n\nYacht desk")
    expect((await getLetterDesk("message", "en", chosen)).sent).toMatchObject({ isOwn: true, profileName: "Yachts" })
    await expect(as((ctx) => removeProfile(ctx, { profileId, version: 1 }))).rejects.toThrow("Letters were published in this profile")
  })

  test("has a name of its own, is changed by one at a time, and goes while nothing was published in it", async () => {
    await expect(as((ctx) => addProfile(ctx, { ...blank, name: "standard" }))).rejects.toThrow("There is a profile of this name")
    const { profileId } = await as((ctx) => addProfile(ctx, { ...blank, name: "Rope" }))
    await as((ctx) => editProfile(ctx, { ...blank, profileId, version: 1, name: "Ropes" }))
    await expect(as((ctx) => editProfile(ctx, { ...blank, profileId, version: 1, name: "Chains" }))).rejects.toThrow("Henrik Aalto changed")
    await as((ctx) => removeProfile(ctx, { profileId, version: 2 }))
    await expect(as((ctx) => removeProfile(ctx, { profileId: standardId, version: 1 }))).rejects.toThrow("It stays.")
    await expect(as((ctx) => removeProfile(ctx, { profileId: newId(), version: 1 }))).rejects.toThrow("There is no such profile.")
  })

  test("gives its mails their sender", async () => {
    const before = { ...blank, profileId: standardId, version: 1, name: "Standard" }
    await as((ctx) =>
      editProfile(ctx, {
        ...before,
        senderName: "Partner desk",
        senderAddress: "desk@harbourline.example",
        replyTo: "answers@harbourline.example",
      }),
    )
    await aProspect({}, ten)
    await deliverAll(ten)
    expect(server.received[0]).toMatchObject({
      from: { value: [{ name: "Partner desk", address: "desk@harbourline.example" }] },
      replyTo: { value: [{ address: "answers@harbourline.example" }] },
    })
    await as((ctx) => editProfile(ctx, { ...before, version: 2 }))
  })
})

test("a test goes to whoever writes, in the words of the screen, on the chosen record, and is no mail of the record", async () => {
  const prospect = await aProspect({}, ten)
  await deliverAll(ten)
  server.received.length = 0
  const words = { subject: "Draft for %company%", body: "Dear %firstname%\n\n[[%button%]](%link%)" }
  await as((ctx) => sendTest(ctx, { ...which({ letter: "prospect-approved" }), ...words, prospectId: prospect.id }))
  await deliverAll(later(1))
  expect(server.received[0]).toMatchObject({
    subject: `Test: Draft for ${prospect.companyName}`,
    to: { value: [{ address: henrik.email }] },
  })
  expect(server.received[0]?.text).toContain(`Dear ${prospect.firstName}`)
  expect(await db.mail.count({ where: { recordIds: { has: prospect.id } } })).toBe(1)
  const bad = as((ctx) => sendTest(ctx, { ...which({ letter: "prospect-approved" }), subject: "x", body: "%no%", prospectId: null }))
  await expect(bad).rejects.toThrow("There is no placeholder %no%")
})

test("a decision is previewed in the words in which its mail leaves", async () => {
  const prospect = await aProspect({}, ten)
  const asked = { letter: "prospect-rejected" as const, about: { prospectId: prospect.id }, linkId: null, decisionId: null, language: "en" }
  const reason = "We cannot offer a partnership at this time."
  const preview = await renderLetter({ ...asked, draft: { reason, note: null } }, ten)
  await reject(henrik, prospect.id, ten)
  await deliverAll(later(61))
  const sent = server.received.find(({ subject }) => subject === preview?.subject)
  expect(preview?.text).toContain(reason)
  expect(sent?.text?.trim()).toBe(preview?.text.trim())
})

describe("letters as a file", () => {
  const fileOf = async (profileId?: string) => wordsFile(await chosenProfile(profileId))

  test("hold every letter in the default language, and in every other in which it has words of its own", async () => {
    await publish({ letter: "user-removed", language: "sv" }, "Din åtkomst har upphört", "Hej %firstname%,\n\nslut.")
    const { format, letters } = await fileOf()
    expect(format).toBe("gangway-letters/1")
    expect(new Set(letters.map(({ letter }) => letter))).toEqual(new Set(letterNames))
    expect(letters.filter(({ letter }) => letter === "user-removed").map(({ language }) => language)).toEqual(["en", "sv"])
    expect(letters.find(({ language, letter }) => letter === "user-removed" && language === "sv")).toMatchObject({
      title: "User removed",
      subject: "Din åtkomst har upphört",
    })
  })

  test("come back as drafts, which are sent once somebody publishes them; what is sent already makes none", async () => {
    const file = await fileOf()
    const [first] = file.letters.filter(({ letter }) => letter === "user-added")
    const letters = [
      ...file.letters.filter(({ letter, language }) => letter === "user-removed" && language === "sv"),
      { letter: "user-added", language: "de", subject: "Neu dabei: %company%", body: first?.body ?? "" },
      { letter: "of-another-product", language: "de", subject: "x", body: "y" },
    ]
    const given = { profileId: standardId, file: JSON.stringify({ ...file, letters }) }
    const looked = await as((ctx) => lookAtWords(ctx, given))
    expect(looked).toMatchObject({ letters: [{ fate: "same" }, { fate: "draft", language: "German", by: null, problem: null }] })
    expect((await getLetterDesk("user-added", "de", await chosenProfile(undefined)))?.draft ?? null).toBeNull()
    const read = await as((ctx) => importWords(ctx, given))
    expect(read).toEqual({ drafts: 1, same: 1, unknown: ["of-another-product, de"] })
    const desk = await getLetterDesk("user-added", "de", await chosenProfile(undefined))
    expect(desk).toMatchObject({ draft: { subject: "Neu dabei: %company%", by: "Henrik Aalto" }, published: null })
  })

  test("say before whose draft they would take the place of, and what keeps them from being published", async () => {
    const entry = { letter: "user-added", language: "de", subject: "Neu: %companny%", body: "Hallo %firstname%" }
    const given = { profileId: standardId, file: JSON.stringify({ format: "gangway-letters/1", letters: [entry] }) }
    const look = () => as((ctx) => lookAtWords(ctx, given))
    expect((await look()).letters).toMatchObject([{ fate: "over", by: "Henrik Aalto", problem: expect.stringContaining("%companny%") }])
    expect(await as((ctx) => importWords(ctx, given))).toMatchObject({ drafts: 1, same: 0 })
    expect((await look()).letters).toMatchObject([{ fate: "same", by: null, problem: null }])
    expect(await as((ctx) => importWords(ctx, given))).toMatchObject({ drafts: 0, same: 1 })
  })

  test.each(["", "no file", "{}", '{"format":"gangway-letters/1","letters":[]}', '{"format":"gangway-letters/9","letters":[{}]}'])(
    "%j is none",
    async (file) => {
      await expect(as((ctx) => importWords(ctx, { profileId: standardId, file }))).rejects.toThrow("Choose a file that Export made.")
    },
  )
})
