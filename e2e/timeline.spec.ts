import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { openOpportunity } from "./office"

const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" })
const tab = (page: Page, name: string) => timeline(page).getByRole("tab", { name, exact: true })
const bell = (page: Page) => page.getByRole("button", { name: "Notifications", exact: true })

/** A letter of the page's own; tried until the page listens. */
async function press(page: Page, key: string, until: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await until()
  }).toPass()
}

test.beforeEach(async ({ enterAs }) => enterAs("Seller"))

test("a note mentions a colleague by the keyboard; the colleague reads it at the bell, and the bell falls silent", async ({
  page,
  someone,
  submitRequest,
  openLead,
  enterAs,
  elsewhere,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Sales manager", elsewhere)
  await openLead(company)
  const note = page.getByRole("textbox", { name: "Note", exact: true })
  await press(page, "n", () => expect(note).toBeFocused({ timeout: 500 }))
  await page.keyboard.type("Please look at the terms, @pri")
  await expect(page.getByRole("option", { name: "Priya Raman" })).toHaveAttribute("aria-selected", "true")
  await page.keyboard.press("Enter")
  await expect(note).toHaveValue("Please look at the terms, @Priya Raman ")
  await page.keyboard.press("Control+Enter")
  await expect(timeline(page).getByText("Please look at the terms, @Priya Raman")).toBeVisible()
  await expect(note).toHaveValue("")

  await expect(elsewhere.getByText(/^\d+ unread$/)).toBeAttached()
  await bell(elsewhere).click()
  await elsewhere.getByRole("link", { name: new RegExp(`Maja Lindqvist mentioned you on ${company}`) }).click()
  await expect(elsewhere.getByRole("heading", { level: 1, name: company })).toBeVisible()
  await expect(timeline(elsewhere).getByText("@Priya Raman")).toBeVisible()
  await bell(elsewhere).click()
  // What was opened is read; of others that wait all are.
  await expect(async () => {
    const silence = elsewhere.getByRole("button", { name: "Mark all as read" })
    if (await silence.isVisible()) await silence.click()
    await expect(elsewhere.getByText("nothing unread")).toBeAttached({ timeout: 1000 })
  }).toPass()
})

test("a file goes up with a note and comes down as it was; one that is too large is refused in words", async ({
  page,
  someone,
  submitRequest,
  openLead,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await openLead(company)
  const files = page.locator("input[type=file]")
  await files.setInputFiles([
    { name: "Vertrag (Entwurf).pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 the terms") },
    { name: "page.html", mimeType: "text/html", buffer: Buffer.from("<script>alert(1)</script>") },
    { name: "film.mov", mimeType: "video/quicktime", buffer: Buffer.alloc(10 * 1_048_576 + 1, 1) },
  ])
  await expect(timeline(page).getByText("film.mov: This file has 10.1 MB. A file may have 10 MB at most.")).toBeVisible()
  await expect(page.getByRole("list", { name: "Files of this note" }).getByRole("listitem")).toHaveCount(2)
  await page.getByRole("textbox", { name: "Note", exact: true }).fill("Their draft")
  await page.getByRole("button", { name: "Add note" }).click()
  const link = timeline(page).getByRole("link", { name: "Vertrag (Entwurf).pdf" })
  const download = page.waitForEvent("download")
  await link.click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe("Vertrag (Entwurf).pdf")
  const href = await timeline(page).getByRole("link", { name: "page.html" }).getAttribute("href")
  const answer = await page.request.get(href ?? "")
  expect(await answer.text()).toBe("<script>alert(1)</script>")
  expect(answer.headers()).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": expect.stringMatching(/^attachment;/),
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "no-store",
  })
  const stranger = await page.context().browser()?.newContext()
  expect((await stranger?.request.get(new URL(href ?? "", page.url()).href))?.status()).toBe(401)
  await stranger?.close()
})

test("a task is written, found late, done and opened again by the keyboard alone", async ({ page, someone, submitRequest, openLead }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await openLead(company)
  const subject = timeline(page).getByRole("textbox", { name: "Subject" })
  await press(page, "t", () => expect(subject).toBeFocused({ timeout: 1000 }))
  await page.keyboard.type("Send the price list")
  await timeline(page).getByLabel("Due", { exact: true }).fill("2020-01-06")
  await page.keyboard.press("Control+Enter")
  const ahead = timeline(page).getByRole("list", { name: "Ahead" })
  await expect(ahead).toContainText("Send the price list")
  await expect(ahead).toContainText(/\d+ days late/)
  await timeline(page).getByRole("button", { name: "Complete Send the price list" }).focus()
  await page.keyboard.press("Enter")
  await expect(ahead).toBeHidden()
  await expect(timeline(page).getByText("completed Send the price list")).toBeVisible()
  await timeline(page).getByRole("button", { name: "More for this task: Send the price list" }).focus()
  await page.keyboard.press("Enter")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "Reopen" })
  await expect(dialog).toBeVisible()
  await dialog.getByRole("button", { name: "Reopen" }).focus()
  await page.keyboard.press("Enter")
  await expect(ahead).toContainText("Send the price list")
})

test("calls and appointments are kept, edited and deleted, and the story is filtered by kind in the URL", async ({
  page,
  someone,
  submitRequest,
  openLead,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await openLead(company)
  await tab(page, "Phone call").click()
  await timeline(page).getByRole("textbox", { name: "Subject" }).fill("Terms of payment")
  await timeline(page).getByLabel("Minutes").fill("12")
  await page.getByRole("button", { name: "Log call" }).click()
  await expect(timeline(page).getByText("called: Terms of payment")).toBeVisible()
  await tab(page, "Appointment").click()
  await timeline(page).getByRole("textbox", { name: "Subject" }).last().fill("Visit the yard")
  await page.getByRole("button", { name: "Add appointment" }).click()
  await expect(timeline(page).getByRole("list", { name: "Ahead" })).toContainText("Visit the yard")

  await timeline(page).getByLabel("Show", { exact: true }).selectOption("Calls")
  await expect(page).toHaveURL(/[?&]show=calls/)
  await expect(timeline(page).getByText("called: Terms of payment")).toBeVisible()
  await expect(timeline(page).getByText("Dual-write", { exact: true }).locator("visible=true")).toHaveCount(0)
  await timeline(page).getByRole("button", { name: "More for this phone call: Terms of payment" }).click()
  await page.getByRole("button", { name: "Edit", exact: true }).locator("visible=true").last().click()
  const edit = page.getByRole("dialog", { name: "Edit" })
  await edit.getByLabel("Subject").fill("Net 30")
  await edit.getByRole("button", { name: "Edit" }).click()
  await expect(timeline(page).getByText("called: Net 30")).toBeVisible()
  await timeline(page).getByRole("button", { name: "More for this phone call: Net 30" }).click()
  await page.getByRole("button", { name: "Delete", exact: true }).locator("visible=true").click()
  const remove = page.getByRole("dialog", { name: "Delete" })
  await remove.getByRole("button", { name: "Delete" }).click()
  await expect(timeline(page).getByText("Nothing of this kind yet.")).toBeVisible()
  await timeline(page).getByLabel("Show", { exact: true }).selectOption("Changes")
  await expect(timeline(page).getByText("deleted a phone call")).toBeVisible()
})

test("an email from a template is previewed, waits, leaves, and is read in the mailbox as it was previewed", async ({
  page,
  someone,
  submitRequest,
  openLead,
  mailbox,
}) => {
  const { company, email } = someone()
  const number = await submitRequest({ company, email })
  await openLead(company)
  const template = timeline(page).getByLabel("Template")
  await press(page, "m", () => expect(template).toBeFocused({ timeout: 1000 }))
  await template.selectOption("Documents needed (English)")
  const preview = timeline(page).getByRole("region", { name: "Preview" })
  await expect(preview).toContainText(`We need one more document for ${company}`)
  await expect(preview).toContainText(`your request ${number}`)
  await page.getByRole("button", { name: "Send", exact: true }).click()
  const letter = await mailbox.letterTo(email, `We need one more document for ${company}`)
  expect(letter.text).toContain(`to go on with your request ${number} we need a current extract`)
  expect(letter.text).toContain("Maja Lindqvist")
  expect(letter.text).not.toContain("%")
  await expect(async () => {
    await page.reload()
    await expect(timeline(page).getByText(`Email sent: We need one more document for ${company}`)).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.goto(letter.link("/request/status/"))
  await expect(page.getByText(number).first()).toBeVisible()
})

test("an email that still waits is canceled, and never arrives", async ({ page, someone, submitRequest, openLead, mailbox }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await mailbox.letterTo(email, "We received your request")
  await openLead(company)
  // While the server refuses everybody the email waits for as long as the test needs.
  await mailbox.refuse(true)
  try {
    await tab(page, "Email").click()
    await timeline(page).getByLabel("Subject").fill("Too early")
    await timeline(page).getByLabel("Message").fill("Hello %firstname%")
    await page.getByRole("button", { name: "Send", exact: true }).click()
    await expect(timeline(page).getByText("Email waits: Too early")).toBeVisible()
    await expect(async () => {
      await timeline(page).getByRole("button", { name: "Cancel", exact: true }).click({ timeout: 1000 })
      await expect(timeline(page).getByText("Email canceled: Too early")).toBeVisible({ timeout: 3000 })
    }).toPass()
  } finally {
    await mailbox.refuse(false)
  }
  const later = someone()
  await submitRequest(later)
  await mailbox.letterTo(later.email, "We received your request")
  expect((await mailbox.lettersTo(email)).map(({ subject }) => subject)).toEqual([expect.stringContaining("We received your request")])
})

test("stakeholders with roles stay visible from the lead to the opportunity", async ({
  page,
  someone,
  submitRequest,
  openLead,
  qualifyLead,
}) => {
  const [known, next] = [someone(), someone()]
  await submitRequest(known)
  await qualifyLead(known.company)
  await submitRequest(next)
  await openLead(next.company)
  const section = page.getByRole("region", { name: "Stakeholders" })
  const add = async (fill: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>) => {
    await section.getByRole("button", { name: "Add stakeholder" }).click()
    const dialog = page.getByRole("dialog", { name: "Add stakeholder" })
    await fill(dialog)
    await dialog.getByRole("button", { name: "Add stakeholder" }).click()
    await expect(dialog).toBeHidden()
  }
  await add(async (dialog) => {
    await dialog.getByLabel("Name").fill("Rui Costa")
    await dialog.getByLabel("Role").selectOption("Economic buyer")
    await dialog.getByLabel("Note").fill("Signs above 10,000.")
  })
  await add(async (dialog) => {
    await dialog.getByLabel("Name").fill(known.email)
    await expect(page.getByRole("option", { name: new RegExp(known.email) })).toBeVisible()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(dialog.getByText("a contact of ours", { exact: true })).toBeVisible()
    await dialog.getByLabel("Role").selectOption("Champion")
  })
  await expect(section).toContainText("Rui Costa")
  await expect(section).toContainText("Economic buyer")
  await expect(section).toContainText("Champion")
  await qualifyLead(next.company)
  await openOpportunity(page, next.company)
  await expect(section).toContainText("Economic buyer, from the lead")
  await section.getByRole("button", { name: "More for Rui Costa" }).click()
  await section.getByRole("button", { name: "Remove", exact: true }).locator("visible=true").click()
  const remove = page.getByRole("dialog", { name: "Remove" })
  await remove.getByRole("button", { name: "Remove" }).click()
  await expect(section).not.toContainText("Rui Costa")
})

test("a Sales manager writes a template, and a seller finds it", async ({ page, someone, submitRequest, openLead, enterAs }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Sales manager")
  await page.goto("/settings/templates")
  await page.getByRole("button", { name: "Add a template" }).click()
  const dialog = page.getByRole("dialog", { name: "Add a template" })
  const name = `Welcome ${company}`
  await dialog.getByLabel("Name").fill(name)
  await dialog.getByLabel("Subject").fill("Welcome, %firstname%")
  await dialog.getByLabel("Message").fill("Hello %surname%")
  await dialog.getByRole("button", { name: "Add a template" }).click()
  await expect(dialog.getByText("There is no placeholder %surname%.").last()).toBeVisible()
  await dialog.getByLabel("Message").fill("Hello %firstname%, of %company%")
  await dialog.getByRole("button", { name: "Add a template" }).click()
  await expect(page.getByRole("row", { name: new RegExp(name) })).toBeVisible()
  await enterAs("Seller")
  await openLead(company)
  await tab(page, "Email").click()
  await timeline(page).getByLabel("Template").selectOption(`${name} (English)`)
  await expect(timeline(page).getByRole("region", { name: "Preview" })).toContainText(`of ${company}`)
})

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme })
    test.setTimeout(180_000)

    test("finds nothing on a record with each tab, its lists, its dialogs and the bell open", async ({
      page,
      someone,
      submitRequest,
      openLead,
      expectNoAxeFindings,
    }) => {
      const { company, email } = someone()
      await submitRequest({ company, email })
      await openLead(company)
      for (const name of ["Task", "Phone call", "Appointment", "Email"]) {
        await tab(page, name).click()
        await expect(timeline(page).getByRole("textbox", { name: "Subject" }).locator("visible=true")).toBeVisible()
        await expectNoAxeFindings()
      }
      await tab(page, "Task").click()
      await timeline(page).getByRole("textbox", { name: "Subject" }).locator("visible=true").fill("Call them")
      await page.getByRole("button", { name: "Add task" }).click()
      await expect(timeline(page).getByRole("list", { name: "Ahead" })).toContainText("Call them")
      await tab(page, "Note").click()
      await page.getByRole("textbox", { name: "Note", exact: true }).pressSequentially("@Ma")
      await expect(page.getByRole("listbox", { name: "Colleagues" })).toBeVisible()
      await expectNoAxeFindings()
      await page.getByRole("textbox", { name: "Note", exact: true }).fill("")
      await page.getByRole("heading", { level: 1 }).click()
      await page.keyboard.press("?")
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Add a task")
      await expectNoAxeFindings()
      await page.keyboard.press("Escape")
      await page.getByRole("button", { name: "Add stakeholder" }).click()
      await expect(page.getByRole("dialog", { name: "Add stakeholder" })).toBeVisible()
      await expectNoAxeFindings()
      await page.keyboard.press("Escape")
      await bell(page).click()
      await expect(page.getByRole("heading", { name: "Notifications" })).toBeVisible()
      await expectNoAxeFindings()
    })
  })
}
