import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { createTransport } from "nodemailer"
import { expect, test } from "./fixtures"
import { command, openProspect, toast } from "./office"

// Whole lives of mails, with their send windows.
test.describe.configure({ timeout: 150_000 })

const letterPage = (letter: string) => `/settings/email/letters/${letter}`

/** The words in which the letter about an approval begins here, and begins again when the test is over. */
async function publish(page: Page, change: (body: string) => string): Promise<void> {
  const letter = page.getByLabel("Letter", { exact: true })
  await letter.fill(change(await letter.inputValue()))
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Publish" })
  await dialog.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** How the profile sends a letter. */
async function send(page: Page, title: string, mode: "Automatic" | "Held for a hand"): Promise<void> {
  await page.goto("/settings/email")
  const row = page.getByRole("row", { name: new RegExp(`^${title}`) })
  await row.getByRole("button", { name: "Change", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Change how it is sent" })
  await dialog.getByRole("radio", { name: new RegExp(`^${mode}`) }).check()
  await dialog.getByRole("button", { name: "Change how it is sent" }).click()
  await expect(dialog).toBeHidden()
  await expect(row).toContainText(mode)
}

async function decide(page: Page, company: string, deed: "Approve" | "Reject"): Promise<void> {
  await openProspect(page, company)
  await page.getByRole("button", { name: deed, exact: true }).first().click()
  const dialog = page.getByRole("dialog", { name: deed })
  if (deed === "Reject") await dialog.getByLabel("Reason").fill("We serve another region.")
  await dialog.getByRole("button", { name: deed, exact: true }).click()
  await expect(dialog).toBeHidden()
}

test("a letter is written with its preview on a real prospect, published, and the true mail says it; then the old words are brought back", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  const { company, email, firstName } = someone()
  const number = await submitRequest({ company, email, firstName })
  await enterAs("Commerce manager")
  await page.goto("/settings/email")
  await page.getByRole("link", { name: "B2B prospect approved", exact: true }).click()
  const letter = page.getByLabel("Letter", { exact: true })
  const before = await letter.inputValue()

  await letter.fill(`${before}\n\nYours, %captain%`)
  const problem = page.getByRole("button", { name: /^Line \d+, column 8: There is no placeholder %captain%/ })
  await expect(problem).toBeVisible()
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toHaveAttribute("aria-disabled", "true")
  await expectNoAxeFindings()

  await letter.fill(`${before}\n\nFair winds to **%company%**.`)
  await page.getByLabel("Preview on a prospect").fill(number)
  await page.getByRole("button", { name: new RegExp(number) }).click()
  const preview = page.frameLocator('iframe[title="The letter"]')
  await expect(preview.getByText(`Fair winds to ${company}.`)).toBeVisible()
  await page.getByText("Plain text", { exact: true }).click()
  await expect(page.locator("pre")).toContainText(`Hello ${firstName},`)

  await page.getByRole("button", { name: "Save draft", exact: true }).click()
  await expect(toast(page, "Draft saved")).toBeVisible()
  await page.getByRole("button", { name: "Send a test", exact: true }).click()
  const trial = await mailbox.letterTo("henrik.aalto@harbourline.example", "Test: Your request to become a business partner is approved")
  expect(trial.text).toContain(`Fair winds to ${company}.`)

  await publish(page, (body) => body)
  await expect(page.getByText("Sent now", { exact: true })).toBeVisible()
  await decide(page, company, "Approve")
  const mail = await mailbox.letterTo(email, "Your request to become a business partner is approved")
  expect(mail.text).toContain(`Fair winds to ${company}.`)
  expect(mail.link("/set-password/")).toBeTruthy()

  await page.goto(letterPage("prospect-approved"))
  await publish(page, () => before)
  await page.getByRole("button", { name: "Restore 1", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Restore" })
  await expect(dialog.getByText("Fair winds to **%company%**.")).toBeVisible()
  await dialog.getByRole("button", { name: "Restore", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(letter).toHaveValue(/Fair winds/)
  await command(page, "Withdraw")
  await expect(page.getByText(/the words that came with the product/)).toBeVisible()
})

test("a letter that is held for a hand waits until somebody sends it, and stays readable as it was sent", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Commerce manager")
  await send(page, "B2B prospect rejected", "Held for a hand")
  await decide(page, company, "Reject")
  await expect(async () => {
    await page.goto("/settings/email/held")
    await expect(page.getByRole("row", { name: new RegExp(email) })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 40_000 })
  await expectNoAxeFindings()
  expect((await mailbox.lettersTo(email)).map(({ subject }) => subject)).toEqual([expect.stringContaining("We received your request")])
  await page
    .getByRole("row", { name: new RegExp(email) })
    .getByRole("button", { name: "Send now", exact: true })
    .click()
  const mail = await mailbox.letterTo(email, "Your request to become a business partner was declined")
  expect(mail.text).toContain("We serve another region.")

  await page.goto(`/settings/email/log?q=${encodeURIComponent(email)}&letter=prospect-rejected`)
  await page.getByRole("link", { name: "Your request to become a business partner was declined" }).click()
  await expect(page.getByRole("heading", { name: "What was sent" })).toBeVisible()
  await expect(page.frameLocator('iframe[title="The letter"]').getByText("We serve another region.")).toBeVisible()
  await expectNoAxeFindings()
  await command(page, "Resend")
  await expect(async () => expect(await mailbox.lettersTo(email)).toHaveLength(3)).toPass({ timeout: 40_000 })
  await send(page, "B2B prospect rejected", "Automatic")
})

test("a mail that comes back is told, its address gets no other, and somebody lifts that", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  const { returnPath } = await mailbox.letterTo(email, "We received your request")
  const transport = createTransport({ host: "127.0.0.1", port: Number(process.env.E2E_BOUNCE_PORT), ignoreTLS: true })
  const report = "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown"
  const raw = `To: ${returnPath}\r\nContent-Type: multipart/report; boundary="b"\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${report}\r\n\r\n--b--\r\n`
  await transport.sendMail({ envelope: { from: "", to: [returnPath] }, raw })
  transport.close()

  await enterAs("Commerce manager")
  await openProspect(page, company)
  await expect(page.getByText("Email came back:").first()).toBeVisible()
  await page.goto("/settings/email/addresses")
  await expectNoAxeFindings()
  const row = page.getByRole("row", { name: new RegExp(email) })
  await expect(row).toContainText("550 5.1.1 User unknown")
  await row.getByRole("button", { name: "Lift block", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Lift block" })
  await dialog.getByRole("button", { name: "Lift block", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(row).toContainText("Lifted")
})

test("another profile has its own words in its own language, and the languages say what falls back", async ({
  page,
  enterAs,
  expectNoAxeFindings,
}) => {
  await enterAs("Commerce manager")
  await page.goto("/settings/email/profiles")
  await page.getByRole("button", { name: "Add a profile", exact: true }).first().click()
  const dialog = page.getByRole("dialog", { name: "Add a profile" })
  const name = `Boatyards ${Date.now() % 100_000}`
  await dialog.getByLabel("Name", { exact: true }).fill(name)
  await dialog.getByLabel("Default language").selectOption({ label: "Swedish" })
  await dialog.getByRole("button", { name: "Add a profile", exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole("link", { name, exact: true }).click()
  await expect(page.getByRole("combobox", { name: "Profile" })).toContainText(name)
  await page.getByRole("link", { name: "User removed", exact: true }).click()
  await page.getByLabel("Subject").fill("Din åtkomst för %company% har upphört")
  await publish(page, () => "# Din åtkomst har upphört\n\nHej %firstname%")
  await page.goto("/settings/email")
  await page.getByRole("combobox", { name: "Profile" }).selectOption({ label: name })
  await expect(page).toHaveURL(/profile=/)
  const coming = page.waitForEvent("download")
  await page.getByRole("link", { name: "Export", exact: true }).click()
  const file = JSON.parse(await readFile(await (await coming).path(), "utf8"))
  const own = file.letters.find(({ letter }: { letter: string }) => letter === "user-removed")
  const letters = [own, { ...own, language: "nl", subject: "Weg bij %companny%" }]
  await page.getByRole("button", { name: "Import", exact: true }).click()
  const importing = page.getByRole("dialog", { name: "Import" })
  const given = { name: "letters.json", mimeType: "application/json" }
  await importing.getByLabel("File").setInputFiles({ ...given, buffer: Buffer.from("{}") })
  await expect(importing.getByText("Choose a file that Export made.")).toBeVisible()
  await importing.getByLabel("File").setInputFiles({ ...given, buffer: Buffer.from(JSON.stringify({ ...file, letters })) })
  await expect(importing.getByRole("status")).toContainText("1 draft is made, 1 letter stands there in these words already.")
  await expect(importing.getByRole("list", { name: "Drafts" })).toContainText("There is no placeholder %companny%")
  await expectNoAxeFindings()
  await importing.getByRole("button", { name: "Import", exact: true }).click()
  await expect(importing).toBeHidden()
  await page.goto("/settings/email/languages")
  await page.getByRole("combobox", { name: "Profile" }).selectOption({ label: name })
  await expect(page.getByRole("link", { name: "Own: User removed in Swedish, written here" })).toBeVisible()
  await expect(page.getByRole("link", { name: /^Swedish: User removed in German, falls back/ })).toBeVisible()
  await expectNoAxeFindings()
})
